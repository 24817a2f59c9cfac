// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lusush.lle.analyzer.model.MeasuredOperation.Details;
import org.lusush.lle.analyzer.model.MeasuredOperation.Distribution;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.Totals;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.OperationStatistics;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** Takes {@code lle.OperationStatistics}. */
final class StatisticsSink implements IEventSink {

  /** The readings of one chunk. Not thread-safe. */
  static final class Aggregate {
    private static final int LIMIT = 200;

    private final Map<String, StatisticsSpan> spans = new HashMap<>();

    private void add(String operation, StatisticsSpan span) {
      if (spans.containsKey(operation) || spans.size() < LIMIT) {
        spans.merge(operation, span, StatisticsSpan::plus);
      }
    }

    Map<String, StatisticsSpan> toSpans() {
      return spans;
    }
  }

  private final Aggregate aggregate;
  private final Field startTime;
  private final Field operation;
  private final Field count;
  private final Field errors;
  private final Field total;
  private final Field minimum;
  private final Field mean;
  private final Field median;
  private final Field p95;
  private final Field p99;
  private final Field p999;
  private final Field maximum;
  private final Field standardDeviation;
  private final Field calls;
  private final Field rate;
  private final Field reliability;
  private final Field consecutiveSuccesses;
  private final Field trend;

  StatisticsSink(Aggregate aggregate, List<ValueField> fields) {
    this.aggregate = aggregate;
    startTime = Field.of(fields, Common.START_TIME);
    operation = Field.of(fields, OperationStatistics.OPERATION);
    count = Field.of(fields, OperationStatistics.COUNT);
    errors = Field.of(fields, OperationStatistics.ERRORS);
    total = Field.of(fields, OperationStatistics.TOTAL_TIME);
    minimum = Field.of(fields, OperationStatistics.MINIMUM);
    mean = Field.of(fields, OperationStatistics.MEAN);
    median = Field.of(fields, OperationStatistics.MEDIAN);
    p95 = Field.of(fields, OperationStatistics.P95);
    p99 = Field.of(fields, OperationStatistics.P99);
    p999 = Field.of(fields, OperationStatistics.P999);
    maximum = Field.of(fields, OperationStatistics.MAXIMUM);
    standardDeviation = Field.of(fields, OperationStatistics.STANDARD_DEVIATION);
    calls = Field.of(fields, OperationStatistics.CALLS);
    rate = Field.of(fields, OperationStatistics.RATE);
    reliability = Field.of(fields, OperationStatistics.RELIABILITY);
    consecutiveSuccesses = Field.of(fields, OperationStatistics.CONSECUTIVE_SUCCESSES);
    trend = Field.of(fields, OperationStatistics.TREND);
  }

  @Override
  public void addEvent(Object[] values) {
    var totals = new Totals(count.number(values), errors.number(values), total.nanos(values));
    aggregate.add(
        Printable.of(operation.text(values)),
        StatisticsSpan.of(
            startTime.epochNanos(values), totals, distribution(values), details(values)));
  }

  private Distribution distribution(Object[] values) {
    return new Distribution(
        minimum.nanos(values),
        mean.nanos(values),
        median.nanos(values),
        p95.nanos(values),
        p99.nanos(values),
        maximum.nanos(values));
  }

  private Details details(Object[] values) {
    return new Details(
        p999.nanosIfAny(values),
        standardDeviation.nanosIfAny(values),
        calls.numberIfAny(values),
        rate.hertzIfAny(values),
        reliability.fractionIfAny(values),
        consecutiveSuccesses.numberIfAny(values),
        Optional.of(Printable.of(trend.text(values))).filter(text -> !text.isEmpty()));
  }
}
