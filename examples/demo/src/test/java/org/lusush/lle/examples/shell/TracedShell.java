// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;

/**
 * The example shell, which writes down what its caches are asked for: one line for each lookup with
 * the cache's name, a tab and the key's number, or with a hyphen where everything was forgotten.
 * Keys are numbered in the order they come in. The file is named by the property {@code lle.trace}.
 */
public final class TracedShell {

  private TracedShell() {}

  public static void main(String... arguments) throws IOException {
    var out =
        new PrintWriter(
            Files.newBufferedWriter(
                Path.of(System.getProperty("lle.trace")), StandardCharsets.US_ASCII),
            true);
    System.exit(Main.run(options -> new Traced(Flight.start(options), out), arguments));
  }

  private record Traced(Flight flight, PrintWriter out) implements Instrumentation {

    @Override
    public Terminal terminal(Terminal terminal) {
      return flight.terminal(terminal);
    }

    @Override
    public LineReader reader(LineReader reader) {
      return flight.reader(reader);
    }

    @Override
    public <K, V> Memo<K, V> memo(String name, long maximumEntries) {
      Memo<K, V> memo = flight.memo(name, maximumEntries);
      Map<K, Integer> numbers = new HashMap<>();
      return new Memo<>() {
        @Override
        public V of(K key, Function<? super K, ? extends V> loader) {
          write(name, number(key));
          return memo.of(key, loader);
        }

        @Override
        public V of(K key, Predicate<? super V> holds, Function<? super K, ? extends V> loader) {
          write(name, number(key));
          return memo.of(key, holds, loader);
        }

        @Override
        public void clear() {
          write(name, "-");
          memo.clear();
        }

        private String number(K key) {
          return Integer.toString(numbers.computeIfAbsent(key, unknown -> numbers.size()));
        }
      };
    }

    private void write(String name, String what) {
      out.println(name + "\t" + what);
      if (out.checkError()) {
        throw new UncheckedIOException(new IOException("the trace cannot be written"));
      }
    }
  }
}
