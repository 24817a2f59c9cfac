// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the programs of the JDK that runs this, and others on the same class path. */
final class Programs {

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private Programs() {}

  /** Returns the command that runs a main class of this class path in a JVM of its own. */
  static List<String> java(List<String> options, String mainClass, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(tool("java").toString());
    command.addAll(options);
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", CLASS_PATH, mainClass));
    command.addAll(arguments);
    return command;
  }

  /**
   * Runs jcmd on a process.
   *
   * @return what it printed
   */
  static String jcmd(long pid, String... arguments) throws IOException, DemoException {
    var jcmd = tool("jcmd");
    if (!Files.isExecutable(jcmd)) {
      throw new DemoException(
          "there is no jcmd beside this Java (" + jcmd + "); set JAVA_HOME to a full JDK");
    }
    var command = new ArrayList<String>(List.of(jcmd.toString(), Long.toString(pid)));
    command.addAll(List.of(arguments));
    var output = capture(command);
    if (!output.succeeded()) {
      throw new DemoException(String.join(" ", command) + " failed: " + output.text().strip());
    }
    return output.text();
  }

  /**
   * Has jcmd do something with the recording named lle.
   *
   * @param success what jcmd says when it was done; its exit status does not tell
   * @param option the option that takes a file
   */
  static void jcmdSaying(String success, long pid, String command, String option, Path file)
      throws IOException, DemoException {
    var said = jcmd(pid, command, "name=lle", option + "=\"" + file + "\"");
    if (!said.contains(success)) {
      throw new DemoException("jcmd " + command + " failed: " + said.strip());
    }
  }

  /** What a program printed and whether it succeeded. */
  record Output(String text, boolean succeeded) {}

  /** Runs a program to its end, with its errors among its output. */
  static Output capture(List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Output(text, await(process) == 0);
  }

  /**
   * Runs a program on this terminal.
   *
   * @return its exit status
   */
  static int inherit(List<String> command) throws IOException {
    return await(new ProcessBuilder(command).inheritIO().start());
  }

  private static int await(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      throw new IOException("interrupted", e);
    }
  }

  private static Path tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name);
  }
}
