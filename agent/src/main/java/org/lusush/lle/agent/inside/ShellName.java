// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

/** What a shell is called whose author never told us. */
final class ShellName {

  private static final String UNKNOWN = "shell";
  private static final String JSHELL = "jdk.jshell/";

  private ShellName() {}

  /** Returns the simple name of the main class or jar; never any of its arguments. */
  static String ofThisProcess() {
    return of(System.getProperty("sun.java.command", ""));
  }

  static String of(String command) {
    if (command.startsWith(JSHELL)) {
      return "jshell"; // whose main class is called otherwise
    }
    int space = command.indexOf(' ');
    var program = space < 0 ? command : command.substring(0, space);
    program = program.substring(program.lastIndexOf('/') + 1);
    if (program.endsWith(".jar")) {
      program = program.substring(0, program.length() - ".jar".length());
    } else if (program.endsWith(".Main") || program.endsWith(".App")) {
      program = program.substring(0, program.lastIndexOf('.')); // its package says more
      program = program.substring(program.lastIndexOf('.') + 1);
    } else {
      program = program.substring(program.lastIndexOf('.') + 1);
    }
    return program.isEmpty() ? UNKNOWN : program;
  }
}
