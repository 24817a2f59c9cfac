// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.reader.Completer;
import org.jline.reader.Highlighter;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.Parser;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStringBuilder;
import org.lusush.lle.examples.shell.command.DirectoryScanner;
import org.lusush.lle.examples.shell.line.Suggester;

/**
 * The places where a shell's parts can be measured or replaced: each method gets a part and returns
 * what the shell uses instead. All but {@link #withLineBuilder} and {@link #secret} are called
 * while the shell is put together, before the first prompt.
 */
public interface Instrumentation {

  /** The shell as it is. */
  Instrumentation NONE = new Instrumentation() {};

  default Terminal terminal(Terminal terminal) {
    return terminal;
  }

  default DirectoryScanner scanner(DirectoryScanner scanner) {
    return scanner;
  }

  default History history(History history) {
    return history;
  }

  default Parser parser(Parser parser) {
    return parser;
  }

  default Highlighter highlighter(Highlighter highlighter) {
    return highlighter;
  }

  default Completer completer(Completer completer) {
    return completer;
  }

  default Suggester suggester(Suggester suggester) {
    return suggester;
  }

  /** Does the work of reading a user's customization, such as key bindings. */
  default <T> T customization(String name, Supplier<T> work) {
    return work.get();
  }

  /** Reads a secret. */
  default String secret(Supplier<String> reading) {
    return reading.get();
  }

  /** Returns what remembers the outcomes of some work. */
  default <K, V> Memo<K, V> memo(String name, long maximumEntries) {
    return Memo.none();
  }

  /** Does work that needs an empty builder for as long as it takes. */
  default <T> T withLineBuilder(Function<AttributedStringBuilder, T> work) {
    return work.apply(new AttributedStringBuilder());
  }

  /** Called last, with the reader that the shell will read from; widgets can be replaced here. */
  default LineReader reader(LineReader reader) {
    return reader;
  }
}
