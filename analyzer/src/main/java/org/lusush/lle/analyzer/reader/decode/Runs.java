// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sequences of texts that stand side by side in an event and occur again and again: which
 * operation, of which component, by which name, with which result. The bytes of such a run tell
 * where it ends, so that within a chunk equal bytes are equal texts, pooled ones among them.
 * Bounded: what does not fit is read text by text. Not thread-safe.
 */
final class Runs {

  /** What {@link #find} returns where it knows nothing. */
  static final int NONE = -1;

  /** For those who have no texts. */
  static final Runs OF_NOTHING = new Runs(0);

  /** How many are kept. */
  static final int LIMIT = 1 << 10;

  private static final int SLOTS = 4 * LIMIT;

  /** A longer one is not kept. */
  static final int LONGEST = 512;

  private final int texts;
  private final short[] slots = new short[SLOTS];
  private final byte[] @Nullable [] keys = new byte[LIMIT][];
  private final @Nullable String[][] values = new String[LIMIT][];
  private int used;

  /** Which run followed each of them the last time. */
  private final short[] followers = new short[LIMIT];

  /** The run that was found last. */
  private int last;

  /** Of the run that was looked for last. */
  private int slot;

  private int length;

  /**
   * @param texts how many make a run
   */
  Runs(int texts) {
    this.texts = texts;
  }

  /**
   * Looks for the run that begins there. One that is longer than it seems, since its characters are
   * no bytes, is never found, as it is never added.
   */
  int find(byte[] bytes, int from, int end) {
    int follower = followers[last];
    if (isAt(follower, bytes, from, end)) {
      last = follower;
      return follower;
    }
    int run = search(bytes, from, end);
    if (run != NONE) {
      followers[last] = (short) run;
      last = run;
    }
    return run;
  }

  /** Tells whether a run begins there, and if so, takes its length. */
  private boolean isAt(int run, byte[] bytes, int from, int end) {
    byte[] key = keys[run];
    if (key == null || key.length > end - from) {
      return false;
    }
    if (!Arrays.equals(key, 0, key.length, bytes, from, from + key.length)) {
      return false;
    }
    length = key.length;
    return true;
  }

  private int search(byte[] bytes, int from, int end) {
    slot = NONE;
    int hash = 0;
    int p = from;
    for (int i = 0; i < texts; i++) {
      if (p + 2 > end) {
        return NONE;
      }
      int encoding = bytes[p++];
      hash = 31 * hash + encoding;
      if (encoding == Cursor.POOLED_TEXT) {
        int key = p;
        p = endOfNumber(bytes, p, end);
        if (p == NONE) {
          return NONE;
        }
        hash = 31 * hash + bytes[key];
        hash = 31 * hash + bytes[p - 1];
      } else if (encoding > Cursor.EMPTY_TEXT) {
        int size = bytes[p++];
        if (size <= 0 || p + size > end) {
          return NONE;
        }
        hash = 31 * hash + size;
        hash = 31 * hash + bytes[p + (size >> 2)];
        hash = 31 * hash + bytes[p + (size >> 1)];
        p += size;
        hash = 31 * hash + bytes[p - 1];
      }
    }
    length = p - from;
    slot = (hash * 0x9E3779B9) >>> 20;
    int run = slots[slot] - 1;
    return run >= 0 && isAt(run, bytes, from, p) ? run : NONE;
  }

  /** Returns the place after a number, or {@link #NONE} where it does not end before the end. */
  private static int endOfNumber(byte[] bytes, int from, int end) {
    int last = from;
    while (last < end && bytes[last] < 0 && last - from < Cursor.LONGEST_NUMBER - 1) {
      last++;
    }
    return last < end ? last + 1 : NONE;
  }

  /**
   * Keeps the run that was looked for and not found, where there is room.
   *
   * @param found its texts; not copied
   */
  int add(byte[] bytes, int from, int actualLength, @Nullable String[] found) {
    if (slot == NONE || actualLength != length || length > LONGEST || used == LIMIT) {
      return NONE;
    }
    if (slots[slot] != 0) {
      return NONE; // first come, first served
    }
    int run = used++;
    keys[run] = Arrays.copyOfRange(bytes, from, from + actualLength);
    values[run] = found;
    slots[slot] = (short) (run + 1);
    return run;
  }

  /** Returns the length of the run that was found last. */
  int length() {
    return length;
  }

  /** Returns what was kept with a run. */
  @Nullable String[] texts(int run) {
    return values[run];
  }
}
