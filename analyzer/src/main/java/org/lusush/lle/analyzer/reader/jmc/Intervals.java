// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.List;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.Sums;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.Timings;
import org.lusush.lle.analyzer.model.timeline.LatencySeries;
import org.lusush.lle.analyzer.model.timeline.MeanSeries;

/**
 * What the interval histograms of chunks add up to. Immutable.
 *
 * @param timings durations by type of operation, whole keystrokes among them
 * @param longest the intervals that are much longer than their period
 * @param undecoded how many histograms could not be decoded
 * @param undecodedCount durations that those held, as their events say
 * @param keystrokes durations of keystrokes over time
 * @param operations durations of operations over time, by type
 */
public record Intervals(
    List<Timing> timings,
    List<LongInterval> longest,
    long undecoded,
    long undecodedCount,
    LatencySeries keystrokes,
    List<MeanSeries> operations) {

  public static final Intervals NONE =
      new Intervals(List.of(), List.of(), 0, 0, LatencySeries.NONE, List.of());

  /** How many long intervals are kept; there is one for each type each time recording begins. */
  static final int MAX_LONG = 1_000;

  /** An interval that reaches far back, and how many durations fell into it. */
  public record LongInterval(long startNanos, long count) {}

  public Intervals {
    timings = List.copyOf(timings);
    longest = List.copyOf(longest);
    operations = List.copyOf(operations);
  }

  /** Returns the durations counted, of operations and of keystrokes. */
  public long count() {
    return timings.stream().mapToLong(Timing::count).reduce(0, Sums::add);
  }

  /** Returns the operations counted. */
  public long operationCount() {
    return timings.stream()
        .filter(timing -> !timing.isKeystroke())
        .mapToLong(Timing::count)
        .reduce(0, Sums::add);
  }

  Intervals plus(Intervals later) {
    return new Intervals(
        Timings.merge(timings, later.timings),
        Stream.concat(longest.stream(), later.longest.stream()).limit(MAX_LONG).toList(),
        Sums.add(undecoded, later.undecoded),
        Sums.add(undecodedCount, later.undecodedCount),
        keystrokes.plus(later.keystrokes),
        MeanSeries.merge(operations, later.operations));
  }
}
