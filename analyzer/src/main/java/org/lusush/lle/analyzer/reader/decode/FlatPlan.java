// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

/**
 * The same as a {@link Plan} for the events that come most often: compressed numbers, and one run
 * of texts that was met before, in bytes that are all there. It keeps its place in a local variable
 * and decides nothing else, since the compiler that starts fast does little by itself; whatever is
 * not that simple it leaves to the plan.
 */
final class FlatPlan {

  /** What {@link #read} returns where it has not read the event. */
  static final int LEFT = -1;

  /** Steps that read a number come first. */
  static final int NUMBER = 0;

  static final int EPOCH_TICKS = 1;
  static final int TICKS = 2;
  static final int INT = 3;
  static final int SHORT = 4;
  static final int PASS_NUMBER = 5;
  static final int OCTET = 6;
  static final int SIGNED_OCTET = 7;
  static final int PASS_BYTES = 8;
  static final int RUN = 9;

  private final int[] codes;

  /** The slot of a value, or how many bytes are passed. */
  private final int[] operands;

  private final Clock clock;
  private final Runs runs;
  private final int reach;

  FlatPlan(int[] codes, int[] operands, Clock clock, Runs runs) {
    this.codes = codes;
    this.operands = operands;
    this.clock = clock;
    this.runs = runs;
    reach = codes.length * Cursor.LONGEST_NUMBER;
  }

  /** Returns how far beyond the end of an event it may look, should the event be damaged. */
  int reach() {
    return reach;
  }

  /**
   * Takes a value.
   *
   * @param limit where the bytes end; {@link #reach} bytes are there after the event
   * @return the place after it, or {@link #LEFT}
   */
  int read(byte[] bytes, int from, int limit, Row row) {
    int[] steps = codes;
    int[] slots = operands;
    long[] numbers = row.numbers;
    int p = from;
    for (int i = 0; i < steps.length; i++) {
      int code = steps[i];
      if (code < PASS_NUMBER) {
        long value = bytes[p++];
        if (value < 0) {
          long next = bytes[p++];
          value = (value & 0x7F) | ((next & 0x7F) << 7);
          int shift = 14;
          while (next < 0) {
            next = bytes[p++];
            if (shift == 56) {
              value |= (next & 0xFF) << 56;
              break;
            }
            value |= (next & 0x7F) << shift;
            shift += 7;
          }
        }
        switch (code) {
          case NUMBER -> numbers[slots[i]] = value;
          case EPOCH_TICKS -> numbers[slots[i]] = clock.epochNanos(value);
          case TICKS -> numbers[slots[i]] = clock.durationNanos(value);
          case INT -> numbers[slots[i]] = (int) value;
          default -> numbers[slots[i]] = (short) value;
        }
      } else if (code == PASS_NUMBER) {
        int last = p + Cursor.LONGEST_NUMBER - 1;
        while (bytes[p] < 0 && p < last) {
          p++;
        }
        p++;
      } else if (code == RUN) {
        int run = runs.find(bytes, p, limit);
        if (run == Runs.NONE) {
          return LEFT;
        }
        p += runs.length();
        row.run = run;
      } else if (code == PASS_BYTES) {
        p += slots[i];
      } else {
        numbers[slots[i]] = code == OCTET ? bytes[p++] & 0xFF : bytes[p++];
      }
    }
    return p;
  }
}
