// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.lusush.lle.analyzer.model.Keystrokes;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.LatencyGroup;
import org.lusush.lle.analyzer.model.LatencyRecorder;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.Phases;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.SlowKeystroke;
import org.lusush.lle.analyzer.model.Sums;

/** Adds up the keystrokes of one chunk. Not thread-safe. */
final class KeystrokeAggregate {

  /** When a keystroke began, how long it took, and its phases. */
  record Stroke(long startNanos, long nanos, long inputNanos, long editNanos, long paintNanos) {
    Stroke {
      inputNanos = Math.max(0, inputNanos);
      editNanos = Math.max(0, editNanos);
      paintNanos = Math.max(0, paintNanos);
    }
  }

  /** One of the slowest. */
  record Entry(long id, String kind, String widget, Stroke stroke) {

    long nanos() {
      return stroke.nanos;
    }

    SlowKeystroke toSlowKeystroke() {
      return new SlowKeystroke(
          id,
          Times.instant(stroke.startNanos),
          Printable.of(widget),
          Printable.of(kind),
          stroke.nanos,
          new Phases(stroke.inputNanos, stroke.editNanos, stroke.paintNanos),
          Optional.empty());
    }
  }

  private final Counter<LatencyRecorder> byKind =
      new Counter<>(Keystrokes.MAX_GROUPS, LatencyRecorder::new);
  private final Counter<LatencyRecorder> byWidget =
      new Counter<>(Keystrokes.MAX_GROUPS, LatencyRecorder::new);
  private final PriorityQueue<Entry> fastestFirst =
      new PriorityQueue<>(Ordering.comparingLong(Entry::nanos));
  private long errors;
  private long queued;
  private long inputNanos;
  private long editNanos;
  private long paintNanos;

  /** The keystrokes of one kind, with one widget and one sort of result. */
  record Group(LatencyRecorder kind, LatencyRecorder widget, boolean failed) {}

  /** Returns where keystrokes with something in common add up. */
  Group group(String kind, String widget, boolean failed) {
    return new Group(byKind.get(kind), byWidget.get(widget), failed);
  }

  void add(Group group, Stroke stroke, boolean cameWhileBusy) {
    group.kind.record(stroke.nanos);
    group.widget.record(stroke.nanos);
    inputNanos = Sums.add(inputNanos, stroke.inputNanos);
    editNanos = Sums.add(editNanos, stroke.editNanos);
    paintNanos = Sums.add(paintNanos, stroke.paintNanos);
    if (group.failed) {
      errors++;
    }
    if (cameWhileBusy) {
      queued++;
    }
  }

  /** Returns whether a keystroke of such a duration is one of the slowest so far. */
  boolean isSlow(long nanos) {
    Entry fastest = fastestFirst.peek();
    return fastest == null || fastestFirst.size() < Keystrokes.SLOWEST || nanos > fastest.nanos();
  }

  /** Keeps one of the slowest. */
  void keep(Entry entry) {
    fastestFirst.add(entry);
    if (fastestFirst.size() > Keystrokes.SLOWEST) {
      fastestFirst.remove();
    }
  }

  Keystrokes toKeystrokes(LargestOperations largest) {
    return new Keystrokes(
        groups(byKind).stream().map(LatencyGroup::latency).reduce(Latency.empty(), Latency::plus),
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
