// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import static java.util.Objects.requireNonNull;

import org.lusush.lle.events.Component;

/**
 * The durations of one type of operation in one interval.
 *
 * @param component the part of the editor that the type belongs to
 * @param count how many
 * @param errors how many of them ended in error or timeout
 * @param totalNanos their sum
 * @param selfNanos their sum without the operations nested in them
 * @param p50Nanos median, to two significant digits like all that follow
 * @param p95Nanos 95th percentile
 * @param p99Nanos 99th percentile
 * @param maxNanos longest
 * @param histogram the distribution: HdrHistogram V2 compressed encoding, in base64
 */
public record IntervalHistogram(
    Component component,
    long count,
    long errors,
    long totalNanos,
    long selfNanos,
    long p50Nanos,
    long p95Nanos,
    long p99Nanos,
    long maxNanos,
    String histogram) {
  public IntervalHistogram {
    requireNonNull(component, "component");
    requireNonNull(histogram, "histogram");
  }
}
