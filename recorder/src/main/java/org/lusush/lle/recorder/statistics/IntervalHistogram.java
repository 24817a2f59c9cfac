// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import static java.util.Objects.requireNonNull;

/**
 * The durations of one type of operation in one interval.
 *
 * @param count how many
 * @param errors how many of them ended in error or timeout
 * @param totalNanos their sum
 * @param selfNanos their sum without the operations nested in them
 * @param histogram the distribution: HdrHistogram V2 compressed encoding, in base64
 */
public record IntervalHistogram(
    long count, long errors, long totalNanos, long selfNanos, String histogram) {
  public IntervalHistogram {
    requireNonNull(histogram, "histogram");
  }
}
