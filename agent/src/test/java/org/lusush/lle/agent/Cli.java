// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command {@code lle} in a process of its own. */
final class Cli implements AutoCloseable {

  static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 20;

  private final Process process;
  private final Path out;
  private final Path err;

  private Cli(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts it, with the packed agent. */
  static Cli start(Path home, String command, String... arguments) throws IOException {
    return start(home, List.of(), CLASS_PATH, command, arguments);
  }

  /**
   * Starts it by another program.
   *
   * @param by that program, which is given the command to run
   * @param classPath where the command is
   */
  static Cli start(
      Path home, List<String> by, String classPath, String command, String... arguments)
      throws IOException {
    var line = new ArrayList<>(by);
    line.add(Jdk.current().tool("java"));
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    line.addAll(List.of("-Dlle.agent.jar=" + TestShell.JAR, "-cp", classPath));
    line.addAll(List.of("org.lusush.lle.analyzer.cli.Lle", command));
    line.addAll(List.of(arguments));
    var out = Files.createTempFile(home, "lle", ".out");
    var err = Files.createTempFile(home, "lle", ".err");
    return new Cli(
        new ProcessBuilder(line)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .directory(home.toFile())
            .start(),
        out,
        err);
  }

  /** Copies the class path to where others may read it, and returns that of the copies. */
  static String copyOfClassPath(Path folder) throws IOException {
    var copies = new ArrayList<String>();
    for (var entry : CLASS_PATH.split(File.pathSeparator, -1)) {
      var copy = folder.resolve(copies.size() + "-" + Path.of(entry).getFileName());
      copies.add(copy.toString());
      if (Files.exists(Path.of(entry))) {
        copy(Path.of(entry), copy);
      }
    }
    return String.join(File.pathSeparator, copies);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** Runs it to its end. */
  static Cli run(Path home, String command, String... arguments)
      throws IOException, InterruptedException {
    var cli = start(home, command, arguments);
    cli.awaitExit();
    return cli;
  }

  /** Waits until it has said something on its standard error. */
  void await(String text) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!err().contains(text)) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new IOException("waited for \"" + text + "\", it said: " + err() + out());
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  /** Waits for its end, and returns its exit status. */
  int awaitExit() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("lle did not end; it said: " + err() + out());
    }
    return process.exitValue();
  }

  int exit() {
    return process.exitValue();
  }

  String out() throws IOException {
    return Files.readString(out, UTF_8);
  }

  String err() throws IOException {
    return Files.readString(err, UTF_8);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
