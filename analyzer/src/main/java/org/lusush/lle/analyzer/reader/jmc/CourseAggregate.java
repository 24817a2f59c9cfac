// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.List;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.timeline.HeatMap;
import org.lusush.lle.analyzer.model.timeline.LatencySeries;
import org.lusush.lle.analyzer.model.timeline.Marks;
import org.lusush.lle.analyzer.model.timeline.MeanSeries;
import org.lusush.lle.analyzer.model.timeline.Timeline;

/** The course of keystrokes and operations over one chunk. Not thread-safe. */
final class CourseAggregate {

  private final HeatMap.Recorder latencies = new HeatMap.Recorder();
  private final LatencySeries.Recorder keystrokes = new LatencySeries.Recorder();
  private final Counter<MeanSeries.Recorder> operations =
      new Counter<>(OperationGroup.MAX_TYPES, MeanSeries.Recorder::new);

  void keystroke(long startNanos, long nanos) {
    latencies.record(startNanos, nanos);
    keystrokes.record(startNanos, nanos);
  }

  /** Returns what operations of a type are added to. */
  MeanSeries.Recorder operations(String type) {
    return operations.get(type);
  }

  Timeline toTimeline(Marks marks) {
    List<MeanSeries> means =
        operations.entries().map(entry -> entry.value().toSeries(entry.name())).toList();
    return new Timeline(latencies.toHeatMap(), keystrokes.toSeries(), means, marks);
  }
}
