// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.SyntaxError;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.monitor.Monitor;

/**
 * A parser that does the same as another and is measured; its context is the characters.
 *
 * <p>An incomplete or wrong line is the user's doing, and a warning.
 */
record MeasuredParser(Parser parser, Monitor monitor) implements Parser {

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) throws SyntaxError {
    try (var measurement =
        monitor
            .measure(OperationType.CUSTOM, Component.BUFFER, "parse")
            .contextSize(line.length())
            .result(Result.ERROR)) {
      try {
        var parsed = parser.parse(line, cursor, context);
        measurement.result(Result.SUCCESS);
        return parsed;
      } catch (SyntaxError e) {
        measurement.result(e instanceof EOFError ? Result.SUCCESS : Result.WARNING);
        throw e;
      }
    }
  }

  @Override
  public boolean isEscapeChar(char ch) {
    return parser.isEscapeChar(ch);
  }

  @Override
  public boolean validCommandName(String name) {
    return parser.validCommandName(name);
  }

  @Override
  public boolean validVariableName(String name) {
    return parser.validVariableName(name);
  }

  @Override
  public String getCommand(String line) {
    return parser.getCommand(line);
  }

  @Override
  public String getVariable(String line) {
    return parser.getVariable(line);
  }
}
