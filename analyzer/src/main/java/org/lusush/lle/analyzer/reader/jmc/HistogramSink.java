// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.lusush.lle.analyzer.model.IntervalHistograms;
import org.lusush.lle.analyzer.model.LatencyRecorder;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.Origin;
import org.lusush.lle.analyzer.model.Sums;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.Totals;
import org.lusush.lle.analyzer.model.timeline.LatencySeries;
import org.lusush.lle.analyzer.model.timeline.MeanSeries;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.LatencyHistogram;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** Takes {@code lle.LatencyHistogram}. */
final class HistogramSink implements IEventSink {

  private static final int SIGNIFICANT_DIGITS = 2;

  /** An interval this long reaches back to before someone wanted histograms. */
  private static final long LONG_NANOS = 5_000_000_000L;

  /** The intervals of one type of operation in one chunk. */
  private static final class Tally {
    private final Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
    private Totals totals = Totals.NONE;
    private long selfNanos;

    Timing toTiming(String operation) {
      var recorder = new LatencyRecorder();
      recorder.add(histogram, totals.totalNanos());
      return new Timing(operation, Origin.HISTOGRAMS, totals, selfNanos, recorder.toLatency());
    }
  }

  /** Adds up the histograms of one chunk. Not thread-safe. */
  static final class Aggregate {
    private final Counter<Tally> tallies = new Counter<>(OperationGroup.MAX_TYPES, Tally::new);
    private final List<Intervals.LongInterval> longest = new ArrayList<>();
    private final LatencySeries.Recorder keystrokes = new LatencySeries.Recorder();
    private final Counter<MeanSeries.Recorder> operations =
        new Counter<>(OperationGroup.MAX_TYPES, MeanSeries.Recorder::new);
    private long undecoded;
    private long undecodedCount;

    Intervals toIntervals() {
      List<Timing> timings =
          tallies.entries().map(entry -> entry.value().toTiming(entry.name())).toList();
      List<MeanSeries> means =
          operations.entries().map(entry -> entry.value().toSeries(entry.name())).toList();
      return new Intervals(
          timings, longest, undecoded, undecodedCount, keystrokes.toSeries(), means);
    }
  }

  private final Aggregate aggregate;
  private final Field startTime;
  private final Field operation;
  private final Field interval;
  private final Field count;
  private final Field errors;
  private final Field totalTime;
  private final Field selfTime;
  private final Field histogram;

  HistogramSink(Aggregate aggregate, List<ValueField> fields) {
    this.aggregate = aggregate;
    startTime = Field.of(fields, Common.START_TIME);
    operation = Field.of(fields, LatencyHistogram.OPERATION);
    interval = Field.of(fields, LatencyHistogram.INTERVAL);
    count = Field.of(fields, LatencyHistogram.COUNT);
    errors = Field.of(fields, LatencyHistogram.ERRORS);
    totalTime = Field.of(fields, LatencyHistogram.TOTAL_TIME);
    selfTime = Field.of(fields, LatencyHistogram.SELF_TIME);
    histogram = Field.of(fields, LatencyHistogram.HISTOGRAM);
  }

  @Override
  public void addEvent(Object[] values) {
    long durations = Math.max(0, count.number(values));
    Optional<Histogram> decoded = IntervalHistograms.decode(histogram.text(values));
    if (decoded.isEmpty()) {
      aggregate.undecoded++;
      aggregate.undecodedCount = Sums.add(aggregate.undecodedCount, durations);
      return;
    }
    if (durations > 0) {
      add(values, durations, decoded.get());
    }
  }

  private void add(Object[] values, long durations, Histogram decoded) {
    String name = operation.text(values);
    Tally tally = aggregate.tallies.get(name);
    tally.histogram.add(decoded);
    Totals totals = totals(values, durations);
    tally.totals = tally.totals.plus(totals);
    addToSeries(name, values, totals, decoded);
    tally.selfNanos = Sums.add(tally.selfNanos, Math.max(0, selfTime.nanos(values)));
    long length = interval.nanos(values);
    if (length > LONG_NANOS && aggregate.longest.size() < Intervals.MAX_LONG) {
      long start = startTime.epochNanos(values) - length;
      aggregate.longest.add(new Intervals.LongInterval(start, durations));
    }
  }

  /** An interval counts where it is half over. */
  private void addToSeries(String name, Object[] values, Totals totals, Histogram decoded) {
    long middle = startTime.epochNanos(values) - Math.max(0, interval.nanos(values)) / 2;
    if (name.equals(Timing.KEYSTROKE)) {
      var durations = new LatencyRecorder();
      durations.add(decoded, totals.totalNanos());
      aggregate.keystrokes.add(middle, durations.toLatency());
    } else {
      aggregate.operations.get(name).add(middle, totals.count(), totals.totalNanos());
    }
  }

  private Totals totals(Object[] values, long durations) {
    return new Totals(
        durations,
        Math.max(0, Math.min(durations, errors.number(values))),
        Math.max(0, totalTime.nanos(values)));
  }
}
