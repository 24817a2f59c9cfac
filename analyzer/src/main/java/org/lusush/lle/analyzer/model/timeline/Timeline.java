// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.upkeep.Incident;
import org.lusush.lle.analyzer.model.upkeep.TuningStep;
import org.lusush.lle.analyzer.model.upkeep.Upkeep;

/**
 * How a recording went over its time. Immutable; timelines add up.
 *
 * @param latencies of keystrokes, one by one
 * @param keystrokes latencies of keystrokes by interval, from what holds the most of them
 * @param operations by type, from what holds the most of them
 * @param marks what the JVM recorded that can explain latencies
 */
public record Timeline(
    HeatMap latencies, LatencySeries keystrokes, List<MeanSeries> operations, Marks marks) {

  public static final Timeline NONE =
      new Timeline(HeatMap.NONE, LatencySeries.NONE, List.of(), Marks.NONE);

  public Timeline {
    operations = List.copyOf(operations);
  }

  public Timeline plus(Timeline other) {
    return new Timeline(
        latencies.plus(other.latencies),
        keystrokes.plus(other.keystrokes),
        MeanSeries.merge(operations, other.operations),
        marks.plus(other.marks));
  }

  /** Returns this with the series of another wherever those hold more. */
  public Timeline withLongerOf(LatencySeries ofKeystrokes, List<MeanSeries> ofOperations) {
    Map<String, MeanSeries> best = new LinkedHashMap<>();
    Stream.concat(operations.stream(), ofOperations.stream())
        .forEach(
            series ->
                best.merge(
                    series.name(),
                    series,
                    (mine, theirs) -> theirs.count() > mine.count() ? theirs : mine));
    return new Timeline(
        latencies,
        ofKeystrokes.count() > keystrokes.count() ? ofKeystrokes : keystrokes,
        best.values().stream().limit(OperationGroup.MAX_TYPES).toList(),
        marks);
  }

  /**
   * Returns the marks of the JVM with those of the recorder: decisions of tuning, and shortages.
   */
  public Marks marksWith(Upkeep upkeep) {
    List<Mark> more = new ArrayList<>();
    for (TuningStep step : upkeep.steps()) {
      String what =
          step.tuner() + ": " + step.subject() + ", " + step.parameter() + ", " + step.outcome();
      more.add(new Mark(Mark.Kind.TUNING, step.epochNanos(), 0, 1, what));
    }
    for (Incident incident : upkeep.incidents()) {
      if (incident.kind().equals("pressure")) {
        String what = incident.subject() + ": " + incident.from() + " to " + incident.to();
        more.add(new Mark(Mark.Kind.PRESSURE, incident.epochNanos(), 0, 1, what));
      }
    }
    return marks.plus(Marks.of(more));
  }
}
