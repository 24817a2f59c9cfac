// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.live;

/** Two counts, a part and a whole, over the last intervals. Not thread-safe. */
final class CountWindow {

  private final long[] wholes = new long[LiveSnapshot.WINDOW];
  private final long[] parts = new long[LiveSnapshot.WINDOW];
  private int next;
  private long whole;
  private long part;

  /** Counts one, in the interval that goes on. */
  void count(boolean isPart) {
    whole++;
    part += isPart ? 1 : 0;
  }

  void endInterval() {
    wholes[next] = whole;
    parts[next] = part;
    next = (next + 1) % wholes.length;
    whole = 0;
    part = 0;
  }

  /** Returns the whole of the last interval that ended. */
  long lastWhole() {
    return wholes[Math.floorMod(next - 1, wholes.length)];
  }

  long whole() {
    return sum(wholes);
  }

  long part() {
    return sum(parts);
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }
}
