// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.timeline;

/**
 * Latencies in {@value #COUNT} rows of half an octave each, from 16 µs on: coarse enough to draw
 * and to tell slow from fast.
 */
public final class LatencyRows {

  public static final int COUNT = 32;

  private static final double FIRST_NANOS = 16_000;

  /** Where each row but the first begins. */
  private static final long[] BEGINNINGS = new long[COUNT - 1];

  static {
    for (int i = 0; i < BEGINNINGS.length; i++) {
      BEGINNINGS[i] = Math.round(FIRST_NANOS * Math.pow(2, i / 2.0));
    }
  }

  /** The row of the least number of so many bits. */
  private static final int[] ROWS_BY_BITS = new int[Long.SIZE];

  static {
    for (int bits = 1; bits < ROWS_BY_BITS.length; bits++) {
      ROWS_BY_BITS[bits] = from(0, 1L << (bits - 1));
    }
  }

  private LatencyRows() {}

  /** Returns the row of a latency, from 0. */
  public static int of(long nanos) {
    return nanos <= 0 ? 0 : from(ROWS_BY_BITS[Long.SIZE - Long.numberOfLeadingZeros(nanos)], nanos);
  }

  /** Returns the row of a latency that is in no earlier one than this. */
  private static int from(int first, long nanos) {
    int row = first;
    while (row < BEGINNINGS.length && nanos >= BEGINNINGS[row]) {
      row++;
    }
    return row;
  }

  /** Returns the least latency of a row. */
  public static long fromNanos(int row) {
    return row == 0 ? 0 : BEGINNINGS[row - 1];
  }

  /** Returns the latency that a row ends before, or the largest number for the last one. */
  public static long toNanos(int row) {
    return row == COUNT - 1 ? Long.MAX_VALUE : BEGINNINGS[row];
  }
}
