// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.lusush.lle.analyzer.model.Keystrokes;
import org.lusush.lle.analyzer.model.LatencyGroup;
import org.lusush.lle.analyzer.model.LatencyRecorder;
import org.lusush.lle.analyzer.model.Phases;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.SlowKeystroke;
import org.lusush.lle.analyzer.model.Sums;

/** Adds up the keystrokes of one chunk. Not thread-safe. */
final class KeystrokeAggregate {

  /** One event's values. */
  record Entry(
      long id,
      long startNanos,
      long durationNanos,
      String kind,
      String widget,
      boolean error,
      long inputNanos,
      long editNanos,
      long paintNanos,
      boolean queued) {

    SlowKeystroke toSlowKeystroke() {
      return new SlowKeystroke(
          id,
          Times.instant(startNanos),
          Printable.of(widget),
          Printable.of(kind),
          durationNanos,
          new Phases(inputNanos, editNanos, paintNanos),
          Optional.empty());
    }
  }

  private final LatencyRecorder latency = new LatencyRecorder();
  private final Counter<LatencyRecorder> byKind =
      new Counter<>(Keystrokes.MAX_GROUPS, LatencyRecorder::new);
  private final Counter<LatencyRecorder> byWidget =
      new Counter<>(Keystrokes.MAX_GROUPS, LatencyRecorder::new);
  private final PriorityQueue<Entry> fastestFirst =
      new PriorityQueue<>(Comparator.comparingLong(Entry::durationNanos));
  private long errors;
  private long queued;
  private long inputNanos;
  private long editNanos;
  private long paintNanos;

  void add(Entry entry) {
    latency.record(entry.durationNanos);
    byKind.get(entry.kind).record(entry.durationNanos);
    byWidget.get(entry.widget).record(entry.durationNanos);
    inputNanos = Sums.add(inputNanos, entry.inputNanos);
    editNanos = Sums.add(editNanos, entry.editNanos);
    paintNanos = Sums.add(paintNanos, entry.paintNanos);
    if (entry.error) {
      errors++;
    }
    if (entry.queued) {
      queued++;
    }
    keepIfSlow(entry);
  }

  private void keepIfSlow(Entry entry) {
    fastestFirst.add(entry);
    if (fastestFirst.size() > Keystrokes.SLOWEST) {
      fastestFirst.remove();
    }
  }

  Keystrokes toKeystrokes(LargestOperations largest) {
    return new Keystrokes(
        latency.toLatency(),
        errors,
        queued,
        new Phases(inputNanos, editNanos, paintNanos),
        groups(byKind),
        groups(byWidget),
        fastestFirst.stream()
            .map(Entry::toSlowKeystroke)
            .map(largest::addTo)
            .sorted(SlowKeystroke.SLOWEST_FIRST)
            .toList());
  }

  private static List<LatencyGroup> groups(Counter<LatencyRecorder> counter) {
    return counter
        .entries()
        .map(entry -> new LatencyGroup(entry.name(), entry.value().toLatency()))
        .toList();
  }
}
