// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.screen;

import java.io.IOException;
import java.util.Optional;

/** Tells keys apart by what a terminal sends for them. Not thread-safe. */
final class KeyReader {

  /** Where characters come from: the next one, or one of the other results. */
  interface Characters {
    int END = -1;
    int NOTHING_YET = -2;

    int read(long timeoutMillis) throws IOException;
  }

  private static final long PATIENCE_MILLIS = 200;

  /** Time from one character of a sequence to the next. */
  private static final long SEQUENCE_MILLIS = 50;

  private static final int CTRL_C = 3;
  private static final int ESCAPE = 0x1B;

  private final Characters characters;

  KeyReader(Characters characters) {
    this.characters = characters;
  }

  /** Returns the next key, or nothing when none was pressed for a while. */
  Optional<Key> read() throws IOException {
    int first = characters.read(PATIENCE_MILLIS);
    return switch (first) {
      case Characters.NOTHING_YET -> Optional.empty();
      case Characters.END, CTRL_C -> Optional.of(Key.of(Key.Kind.INTERRUPT));
      case ESCAPE -> Optional.of(Key.of(sequence()));
      default -> Optional.of(first < ' ' ? Key.of(Key.Kind.OTHER) : typed(first));
    };
  }

  private static Key typed(int character) {
    return new Key(Key.Kind.CHARACTER, character);
  }

  private Key.Kind sequence() throws IOException {
    int introducer = characters.read(SEQUENCE_MILLIS);
    if (introducer != '[' && introducer != 'O') {
      return Key.Kind.OTHER;
    }
    var parameters = new StringBuilder();
    int last = characters.read(SEQUENCE_MILLIS);
    while (last >= ' ' && last < '@') {
      parameters.append((char) last);
      last = characters.read(SEQUENCE_MILLIS);
    }
    return switch (last) {
      case 'A' -> Key.Kind.UP;
      case 'B' -> Key.Kind.DOWN;
      case 'H' -> Key.Kind.HOME;
      case 'F' -> Key.Kind.END;
      case '~' -> numbered(parameters.toString());
      default -> Key.Kind.OTHER;
    };
  }

  private static Key.Kind numbered(String number) {
    return switch (number) {
      case "1", "7" -> Key.Kind.HOME;
      case "4", "8" -> Key.Kind.END;
      case "5" -> Key.Kind.PAGE_UP;
      case "6" -> Key.Kind.PAGE_DOWN;
      default -> Key.Kind.OTHER;
    };
  }
}
