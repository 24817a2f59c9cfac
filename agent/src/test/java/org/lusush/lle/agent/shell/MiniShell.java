// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.TerminalBuilder;

/**
 * A shell that never heard of us, with what all versions of JLine have: {@code above} prints above
 * the next line after a while, {@code secret} asks for a password, {@code exit} ends it, and all
 * else is said again by its length. Ctrl-] waits until there is a file {@code go} beside its
 * history.
 */
public final class MiniShell {

  public static final String PROMPT = "mini> ";

  private MiniShell() {}

  public static void main(String... arguments) throws IOException, ClassNotFoundException {
    if (arguments.length > 1) {
      Class.forName(arguments[1]); // as a shell that observes itself
    }
    try (var terminal = TerminalBuilder.builder().system(true).build()) {
      var parser = new DefaultParser();
      parser.setEofOnUnclosedQuote(true);
      var reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .parser(parser)
              .completer(new StringsCompleter("hello", "help", "above", "secret", "exit"))
              .variable(LineReader.HISTORY_FILE, Path.of(arguments[0]))
              .build();
      reader
          .getWidgets()
          .put(
              "mini-greet",
              () -> {
                reader.getBuffer().write("greetings");
                return true;
              });
      reader
          .getKeyMaps()
          .get(LineReader.MAIN)
          .bind(new org.jline.reader.Reference("mini-greet"), "\u0007");
      reader.getWidgets().put("mini-wait", () -> waitFor(Path.of(arguments[0]), reader));
      reader
          .getKeyMaps()
          .get(LineReader.MAIN)
          .bind(new org.jline.reader.Reference("mini-wait"), "\u001d");
      loop(reader);
    }
  }

  private static boolean waitFor(Path history, LineReader reader) {
    reader.getTerminal().writer().print("waiting");
    reader.getTerminal().flush();
    while (!Files.exists(history.resolveSibling("go"))) {
      Thread.onSpinWait();
    }
    return true;
  }

  private static void loop(LineReader reader) {
    while (true) {
      try {
        var line = reader.readLine(PROMPT);
        switch (line) {
          case "exit" -> {
            return;
          }
          case "secret" ->
              reader.getTerminal().writer().println(reader.readLine("Password: ", '*').length());
          case "above" -> new Thread(() -> later(reader)).start();
          default -> reader.getTerminal().writer().println("said " + line.length());
        }
      } catch (UserInterruptException e) {
        reader.getTerminal().writer().println("interrupted");
      } catch (EndOfFileException e) {
        return;
      }
    }
  }

  private static void later(LineReader reader) {
    while (!reader.getBuffer().toString().startsWith("wait")) {
      Thread.onSpinWait();
    }
    reader.printAbove("from above");
  }
}
