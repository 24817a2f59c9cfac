// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A fresh JVM of this one's kind, which does one probe and says one line. */
final class ChildJvm {

  /** What a probe's line starts with, so that nothing a JVM prints is taken for it. */
  static final String MARK = "lle-probe";

  private static final long TIMEOUT_SECONDS = 120;

  private ChildJvm() {}

  /**
   * The line of a probe.
   *
   * @param figures its numbers, in the probe's order
   * @param wallNanos from before the process was made until the line was read
   */
  record Answer(List<Long> figures, long wallNanos) {
    Answer {
      figures = List.copyOf(figures);
    }
  }

  /**
   * Runs a probe to its end.
   *
   * @param options of the JVM
   * @throws IOException when it cannot be started, fails, says no such line, or takes two minutes
   */
  static Answer run(List<String> options, Class<?> probe, String... arguments) throws IOException {
    return run(ClassPath.ofShell(), options, probe, arguments);
  }

  /** Runs a probe that needs more than a shell does. */
  static Answer run(String classPath, List<String> options, Class<?> probe, String... arguments)
      throws IOException {
    var command = new ArrayList<>(command(classPath, options, probe));
    command.addAll(List.of(arguments));
    long start = System.nanoTime();
    var process =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    CompletableFuture.delayedExecutor(TIMEOUT_SECONDS, TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
    try {
      var answer = answer(process, start);
      int status = process.waitFor();
      if (answer == null || status != 0) {
        throw new IOException(
            "a probe failed with status " + status + ": " + String.join(" ", command));
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a probe ran", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Returns the command that runs a probe. */
  static List<String> command(List<String> options, Class<?> probe) {
    return command(ClassPath.ofShell(), options, probe);
  }

  private static List<String> command(String classPath, List<String> options, Class<?> probe) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath));
    command.add(probe.getName());
    return command;
  }

  private static @Nullable Answer answer(Process process, long start) throws IOException {
    try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      Answer answer = null;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(MARK)) {
          answer = new Answer(figures(line), System.nanoTime() - start);
        }
      }
      return answer;
    }
  }

  private static List<Long> figures(String line) {
    var figures = new ArrayList<Long>();
    var tokens = new StringTokenizer(line.substring(MARK.length()));
    while (tokens.hasMoreTokens()) {
      figures.add(Long.parseLong(tokens.nextToken()));
    }
    return figures;
  }
}
