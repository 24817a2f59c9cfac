// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.attach;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The JDK's {@code jcmd}, of the Java that runs this. */
public final class Jcmd {

  private static final long TIMEOUT_SECONDS = 30;

  private Jcmd() {}

  /**
   * Sends a command to a JVM and returns what it answered.
   *
   * @throws TargetException when it fails, or takes half a minute
   */
  public static String run(long pid, String... command) throws TargetException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    if (!Files.isExecutable(jcmd)) {
      throw new TargetException("there is no jcmd at " + jcmd + "; run lle with a full JDK");
    }
    var line = new ArrayList<>(List.of(jcmd.toString(), Long.toString(pid)));
    line.addAll(List.of(command));
    try {
      var answer =
          Files.createTempFile("lle", ".txt"); // a pipe could fill up while it is waited for
      try {
        return run(pid, line, answer);
      } finally {
        Files.deleteIfExists(answer);
      }
    } catch (IOException e) {
      throw new TargetException("jcmd could not be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TargetException("interrupted", e);
    }
  }

  private static String run(long pid, List<String> line, Path answer)
      throws IOException, InterruptedException, TargetException {
    var process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(answer.toFile()).start();
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new TargetException("process " + pid + " did not answer in " + TIMEOUT_SECONDS + " s");
    }
    var text = Files.readString(answer, UTF_8);
    if (process.exitValue() != 0) {
      throw new TargetException("process " + pid + " refused " + line.get(2) + ": " + last(text));
    }
    return text;
  }

  private static String last(String text) {
    var lines = text.lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty() ? "no reason given" : lines.get(lines.size() - 1).strip();
  }
}
