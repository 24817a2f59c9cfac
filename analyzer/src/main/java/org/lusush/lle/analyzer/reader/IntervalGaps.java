// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.Sums;
import org.lusush.lle.analyzer.reader.jmc.Intervals;
import org.lusush.lle.analyzer.reader.jmc.Intervals.LongInterval;

/** Says what the interval histograms of a recording lack, or hold from before it. */
final class IntervalGaps {

  /** How far an interval may reach back before it is worth a word. */
  private static final long MATERIAL_NANOS = 5_000_000_000L;

  private IntervalGaps() {}

  /**
   * Returns what to know of the histograms.
   *
   * @param startNanos when the recording began, since the epoch
   * @param used whether figures are taken from them, since single events are missing
   */
  static List<Gap> of(Intervals intervals, long startNanos, boolean used) {
    List<Gap> gaps = new ArrayList<>();
    if (intervals.undecoded() > 0) {
      gaps.add(undecoded(intervals));
    }
    List<LongInterval> before =
        intervals.longest().stream()
            .filter(interval -> interval.startNanos() < startNanos - MATERIAL_NANOS)
            .toList();
    if (used && !before.isEmpty()) {
      gaps.add(outside(before, intervals.count(), startNanos));
    }
    return gaps;
  }

  private static Gap undecoded(Intervals intervals) {
    return gap(
        Gap.Kind.HISTOGRAMS_UNDECODED,
        "%,d interval histograms could not be decoded; the %,d durations that they say they held"
            + " are not in figures from histograms",
        intervals.undecoded(),
        intervals.undecodedCount());
  }

  private static Gap outside(List<LongInterval> before, long all, long startNanos) {
    long first = before.stream().mapToLong(LongInterval::startNanos).min().orElse(startNanos);
    long count = before.stream().mapToLong(LongInterval::count).reduce(0, Sums::add);
    return gap(
        Gap.Kind.INTERVALS_OUTSIDE,
        "interval histograms reach back to %,d s before the recording: up to %.1f %% of the"
            + " durations they hold are from before it",
        Math.round((startNanos - first) / 1e9),
        100.0 * count / Math.max(1, all));
  }

  private static Gap gap(Gap.Kind kind, String pattern, Object... args) {
    return new Gap(kind, String.format(Locale.US, pattern, args));
  }
}
