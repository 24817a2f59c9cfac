// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Short texts that occur again and again, found by their bytes. Bounded: what does not fit is
 * decoded each time. Not thread-safe.
 */
final class Symbols {

  private static final int SLOTS = 1 << 13;
  private static final int LIMIT = SLOTS / 4;
  private static final int LONGEST = 256;

  /** So many others at most are looked at; texts could be made to share a place. */
  private static final int PROBES = 8;

  private final byte[] @Nullable [] keys = new byte[SLOTS][];
  private final int[] encodings = new int[SLOTS];
  private final boolean[] ascii = new boolean[SLOTS];
  private final String[] texts = new String[SLOTS];
  private int used;

  /** Returns the text of bytes that are known, or can be, to be ASCII characters; or nothing. */
  @Nullable String ascii(byte[] bytes, int from, int length) {
    int slot = hash(bytes, from, length);
    byte[] key = keys[slot];
    if (key != null
        && encodings[slot] == Cursor.LATIN1_TEXT
        && isEqual(key, bytes, from, length)
        && ascii[slot]) {
      return texts[slot];
    }
    return Cursor.isAscii(bytes, from, length) ? of(Cursor.LATIN1_TEXT, bytes, from, length) : null;
  }

  String of(int encoding, byte[] bytes, int from, int length) {
    if (length > LONGEST) {
      return Cursor.decoded(encoding, bytes, from, length);
    }
    int slot = hash(bytes, from, length);
    for (int probe = 0; probe < PROBES; probe++) {
      byte[] key = keys[slot];
      if (key == null) {
        return add(slot, encoding, bytes, from, length);
      }
      if (encodings[slot] == encoding && isEqual(key, bytes, from, length)) {
        return texts[slot];
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    return Cursor.decoded(encoding, bytes, from, length);
  }

  private String add(int slot, int encoding, byte[] bytes, int from, int length) {
    String text = Cursor.decoded(encoding, bytes, from, length);
    if (used < LIMIT) {
      used++;
      keys[slot] = Arrays.copyOfRange(bytes, from, from + length);
      encodings[slot] = encoding;
      ascii[slot] = Cursor.isAscii(bytes, from, length);
      texts[slot] = text;
    }
    return text;
  }

  /** Looks at some of the bytes; names differ at their ends. */
  private static int hash(byte[] bytes, int from, int length) {
    int hash = length;
    if (length > 0) {
      int last = from + length - 1;
      hash = 31 * hash + bytes[from];
      hash = 31 * hash + bytes[from + (length >> 2)];
      hash = 31 * hash + bytes[from + (length >> 1)];
      hash = 31 * hash + bytes[last - (length >> 2)];
      hash = 31 * hash + bytes[last];
    }
    hash *= 0x9E3779B9;
    return hash >>> 19;
  }

  private static boolean isEqual(byte[] key, byte[] bytes, int from, int length) {
    if (key.length != length) {
      return false;
    }
    for (int i = length - 1; i >= 0; i--) {
      if (key[i] != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}
