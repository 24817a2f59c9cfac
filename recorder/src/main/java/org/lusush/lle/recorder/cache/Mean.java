// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import java.time.Duration;

/**
 * The mean of what was timed, and of how much that is.
 *
 * @param count how many were timed
 * @param totalNanos their time together
 */
public record Mean(long count, long totalNanos) {

  /** Nothing was timed. */
  static final Mean NONE = new Mean(0, 0);

  /** Returns the mean in nanoseconds, or 0 where nothing was timed. */
  public long nanos() {
    return count == 0 ? 0 : totalNanos / count;
  }

  /** Returns the mean, or zero where nothing was timed. */
  public Duration duration() {
    return Duration.ofNanos(nanos());
  }

  Mean plus(Mean other) {
    return new Mean(count + other.count, totalNanos + other.totalNanos);
  }

  /** Returns the mean of what was timed since an earlier reading. */
  public Mean since(Mean earlier) {
    return new Mean(count - earlier.count, totalNanos - earlier.totalNanos);
  }
}
