// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.shell;

import java.io.IOException;
import java.nio.file.Path;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.TerminalBuilder;

/** A shell that completes by the humps of names: {@code mNOR} is {@code maxNumberOfRetries}. */
public final class CamelShell {

  private CamelShell() {}

  public static void main(String... arguments) throws IOException {
    try (var terminal = TerminalBuilder.builder().system(true).build()) {
      var reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .completer(
                  new StringsCompleter(
                      "VERY_LONG_CAMEL_CASE_VARIABLE.toUpperCase",
                      "VERY_LONG_CAMEL_CASE_VARIABLE.toLowerCase",
                      "VERY_LONG_CAMEL_CASE_VARIABLE.hashCode",
                      "maxNumberOfRetries",
                      "maxNumberOfTables"))
              .option(LineReader.Option.COMPLETE_MATCHER_CAMELCASE, true)
              .variable(LineReader.HISTORY_FILE, Path.of(arguments[0]))
              .build();
      while (true) {
        try {
          reader.readLine(MiniShell.PROMPT);
        } catch (EndOfFileException e) {
          return;
        }
      }
    }
  }
}
