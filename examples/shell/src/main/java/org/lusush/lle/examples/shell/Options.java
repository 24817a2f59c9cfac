// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param history the history file, or null for the usual one
 * @param inputrc the key file, or null for the usual one
 * @param smallCaches how many entries caches have at first, or 0 for the usual number
 * @param slowCompleter milliseconds that completions wait, or 0
 * @param command what to run instead of a session, or null
 */
record Options(
    Mode mode,
    @Nullable Path history,
    @Nullable Path inputrc,
    boolean banner,
    boolean observed,
    int smallCaches,
    int slowCompleter,
    @Nullable String command) {

  static final String HELP =
      """
      usage: lle-shell [OPTION...]

      An interactive shell.

        -c COMMAND        run COMMAND and exit with its status
        --history FILE    keep the history in FILE (usually ~/.lle_shell_history)
        --inputrc FILE    read key bindings from FILE (usually ~/.lle_shell_inputrc)
        --no-banner       start without the greeting
        --unobserved      run without LLE Flight, to see what it costs
        --small-caches N  start with caches of N entries and impatient tuning, to see it at work
        --slow-completer N  wait N milliseconds before each completion, to see it found
        --help            show this text
        --version         show the version
      """;

  /** What the program does. */
  enum Mode {
    RUN,
    HELP,
    VERSION
  }

  /** A command line that cannot be followed; the message is the sentence for the user. */
  static final class WrongOptionException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongOptionException(String message) {
      super(message, null, false, false);
    }
  }

  static Options parse(String... arguments) throws WrongOptionException {
    Mode mode = Mode.RUN;
    Path history = null;
    Path inputrc = null;
    boolean banner = true;
    boolean observed = true;
    int smallCaches = 0;
    int slowCompleter = 0;
    String command = null;
    for (int i = 0; i < arguments.length; i++) {
      String option = arguments[i];
      switch (option) {
        case "--help" -> mode = Mode.HELP;
        case "--version" -> mode = Mode.VERSION;
        case "--no-banner" -> banner = false;
        case "--unobserved" -> observed = false;
        case "--small-caches" -> smallCaches = count(option, value(option, arguments, ++i));
        case "--slow-completer" -> slowCompleter = count(option, value(option, arguments, ++i));
        case "--history" -> history = file(option, value(option, arguments, ++i));
        case "--inputrc" -> inputrc = file(option, value(option, arguments, ++i));
        case "-c" -> command = value(option, arguments, ++i);
        default ->
            throw new WrongOptionException(
                "lle-shell: unknown option " + option + "; --help lists the options.");
      }
    }
    return new Options(
        mode, history, inputrc, banner, observed, smallCaches, slowCompleter, command);
  }

  private static String value(String option, String[] arguments, int i)
      throws WrongOptionException {
    if (i >= arguments.length) {
      throw new WrongOptionException("lle-shell: " + option + " needs a value.");
    }
    return arguments[i];
  }

  private static int count(String option, String value) throws WrongOptionException {
    try {
      int count = Integer.parseInt(value);
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new WrongOptionException("lle-shell: " + option + " needs a number over 0.");
  }

  private static Path file(String option, String value) throws WrongOptionException {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new WrongOptionException("lle-shell: " + option + " needs the name of a file.");
    }
  }
}
