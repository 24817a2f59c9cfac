// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.tree;

import java.util.Arrays;
import org.lusush.lle.analyzer.model.Sums;
import org.lusush.lle.analyzer.model.timeline.LatencyRows;

/**
 * Time by the latency of the keystrokes that it was spent in, so that what is slow can be told
 * later than what is counted. Immutable.
 */
public final class TimeByLatency {

  /** In place of a row: outside of all keystrokes. */
  public static final int OUTSIDE = LatencyRows.COUNT;

  private final long[] nanos;

  TimeByLatency(long[] nanos) {
    this.nanos = nanos.clone();
  }

  /** Collects time. Not thread-safe. */
  static final class Recorder {
    private long[] nanos = {};

    void add(int row, long nanos) {
      if (row >= this.nanos.length) {
        this.nanos = Arrays.copyOf(this.nanos, row + 1);
      }
      this.nanos[row] = Sums.add(this.nanos[row], nanos);
    }

    void add(TimeByLatency time) {
      for (int row = 0; row < time.nanos.length; row++) {
        if (time.nanos[row] != 0) {
          add(row, time.nanos[row]);
        }
      }
    }

    TimeByLatency toTime() {
      return new TimeByLatency(nanos);
    }
  }

  /** Returns everything, in keystrokes or not. */
  public long total() {
    return sum(0, nanos.length);
  }

  /** Returns what was spent in keystrokes of a row of {@link LatencyRows} or of a later one. */
  public long from(int row) {
    return sum(row, Math.min(nanos.length, LatencyRows.COUNT));
  }

  private long sum(int from, int to) {
    long sum = 0;
    for (int row = from; row < to; row++) {
      sum = Sums.add(sum, nanos[row]);
    }
    return sum;
  }
}
