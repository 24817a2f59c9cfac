// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the texts of a chunk that were read before, or are pooled. Not thread-safe. */
final class Texts {

  private static final int MAX_POOLED = 1 << 13;

  private final Symbols symbols = new Symbols();
  private final Places places;
  private final Cursor cursor;
  private final Map<Long, String> pooled = new HashMap<>();

  /** Whether the text being read is a pooled one. */
  private boolean nested;

  private long unresolved;

  /**
   * @param places of the texts in the pool
   * @param cursor to go there; it is put back
   */
  Texts(Places places, Cursor cursor) {
    this.places = places;
    this.cursor = cursor;
  }

  /** Returns how many pooled texts were asked for that are not there. */
  long unresolved() {
    return unresolved;
  }

  /** Returns the pooled text of a key, or nothing where there is none. */
  @Nullable String pooled(long key) throws IOException {
    String known = pooled.get(key);
    if (known != null) {
      return known;
    }
    long place = places.get(key);
    if (place == Places.NOWHERE) {
      unresolved++;
      return null;
    }
    if (nested) {
      throw new DamagedException("a pooled text is another pooled text");
    }
    long back = cursor.at();
    nested = true;
    cursor.seek(place);
    String text = cursor.text(this);
    nested = false;
    cursor.seek(back);
    if (text != null && pooled.size() < MAX_POOLED) {
      pooled.put(key, text);
    }
    return text;
  }

  /** Returns the text of these bytes. */
  String of(int encoding, byte[] bytes, int from, int length) {
    return symbols.of(encoding, bytes, from, length);
  }

  /** Returns the text of these bytes, or nothing where they are no ASCII characters. */
  @Nullable String ascii(byte[] bytes, int from, int length) {
    return symbols.ascii(bytes, from, length);
  }
}
