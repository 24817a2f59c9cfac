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

  /**
   * When a keystroke began, how long it took, and its phases; the same object may be set for one
   * keystroke after the other. Not thread-safe.
   */
  static final class Stroke {
    private long startNanos;
    private long nanos;
    private long inputNanos;
    private long editNanos;
    private long paintNanos;

    Stroke set(long start, long took, long input, long edit, long paint) {
      startNanos = start;
      nanos = took;
      inputNanos = Math.max(0, input);
      editNanos = Math.max(0, edit);
      paintNanos = Math.max(0, paint);
      return this;
    }

    long startNanos() {
      return startNanos;
    }

    long nanos() {
      return nanos;
    }

    private Phases phases() {
      return new Phases(inputNanos, editNanos, paintNanos);
    }
  }

  /** One of the slowest. */
  private record Entry(
      long id, String kind, String widget, long startNanos, long nanos, Phases phases) {

    SlowKeystroke toSlowKeystroke() {
      return new SlowKeystroke(
          id,
          Times.instant(startNanos),
          Printable.of(widget),
          Printable.of(kind),
          nanos,
          phases,
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
  void keep(long id, String kind, String widget, Stroke stroke) {
    fastestFirst.add(new Entry(id, kind, widget, stroke.startNanos, stroke.nanos, stroke.phases()));
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
