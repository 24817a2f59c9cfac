// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

/**
 * Figures of a distribution of durations, in nanoseconds; all 0 where nothing was recorded.
 *
 * <p>Percentiles are of two significant digits, the other figures exact.
 *
 * @param count how many
 * @param totalNanos their sum
 * @param minNanos shortest
 * @param meanNanos total by count
 * @param p50Nanos median
 * @param p95Nanos 95th percentile
 * @param p99Nanos 99th percentile
 * @param p999Nanos 99.9th percentile
 * @param maxNanos longest
 * @param standardDeviationNanos standard deviation
 */
public record Latency(
    long count,
    long totalNanos,
    long minNanos,
    long meanNanos,
    long p50Nanos,
    long p95Nanos,
    long p99Nanos,
    long p999Nanos,
    long maxNanos,
    long standardDeviationNanos) {

  static final Latency NONE = new Latency(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
