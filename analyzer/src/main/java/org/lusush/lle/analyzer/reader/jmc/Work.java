// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import org.lusush.lle.analyzer.model.Keystrokes;
import org.lusush.lle.analyzer.model.timeline.MeanSeries;
import org.lusush.lle.analyzer.model.tree.WorkTree.Recorder.Name;
import org.lusush.lle.events.Result;

/**
 * Adds up the keystrokes and operations of one chunk, whoever decoded them, from all the sides that
 * they are looked at from. Not thread-safe.
 */
final class Work {

  private final KeystrokeAggregate keystrokes = new KeystrokeAggregate();
  private final OperationAggregate operations = new OperationAggregate();
  private final LargestOperations largest = new LargestOperations();
  private final SlowWork slow;
  private final CourseAggregate course = new CourseAggregate();
  private final OperationNesting nesting = new OperationNesting();
  private final HotFrames frames = new HotFrames();

  Work(Floors floors) {
    slow = new SlowWork(floors);
  }

  /** What operations have in common: type, name and sort of result, and where they add up. */
  record OperationKind(
      String type,
      String name,
      Name label,
      boolean failed,
      OperationAggregate.Tally tally,
      MeanSeries.Recorder course,
      SlowWork.Subject slow) {}

  OperationKind kind(String type, String name, String result) {
    return new OperationKind(
        type,
        name,
        nesting.label(type, name),
        Result.isFailure(result),
        operations.tally(type, name),
        course.operations(type),
        slow.subject(type));
  }

  void operation(
      OperationKind kind,
      long threadId,
      long keystrokeId,
      long startNanos,
      long nanos,
      long selfNanos) {
    kind.tally.add(nanos, selfNanos, kind.failed);
    if (largest.mayBe(selfNanos)) {
      largest.add(keystrokeId, startNanos, kind.type, kind.name, selfNanos);
    }
    kind.course.add(startNanos, 1, nanos);
    nesting.operation(threadId, kind.label, startNanos, nanos, selfNanos);
    if (nanos >= SlowWork.SHORTEST_NANOS) {
      slow.operation(kind.slow, threadId, keystrokeId, kind.name, startNanos, nanos);
    }
  }

  /** What keystrokes have in common: kind, widget and sort of result. */
  record KeystrokeKind(String kind, String widget, Name label, KeystrokeAggregate.Group group) {}

  KeystrokeKind keystrokeKind(String kind, String widget, String result) {
    return new KeystrokeKind(
        kind,
        widget,
        nesting.widget(widget),
        keystrokes.group(kind, widget, Result.isFailure(result)));
  }

  /**
   * @param cpuNanos processor time, or {@link SlowWork#UNKNOWN}
   * @param queued whether it came while the editor was busy
   */
  void keystroke(
      KeystrokeKind kind,
      long threadId,
      long id,
      KeystrokeAggregate.Stroke stroke,
      long cpuNanos,
      boolean queued) {
    long start = stroke.startNanos();
    long nanos = stroke.nanos();
    course.keystroke(start, nanos);
    nesting.keystroke(threadId, kind.label, start, nanos);
    frames.keystroke(threadId, start, nanos);
    slow.keystroke(threadId, id, kind.widget, start, nanos, cpuNanos);
    keystrokes.add(kind.group, stroke, queued);
    if (keystrokes.isSlow(nanos)) {
      keystrokes.keep(id, kind.kind, kind.widget, stroke);
    }
  }

  Keystrokes toKeystrokes() {
    return keystrokes.toKeystrokes(largest);
  }

  OperationAggregate operations() {
    return operations;
  }

  SlowWork slow() {
    return slow;
  }

  CourseAggregate course() {
    return course;
  }

  OperationNesting nesting() {
    return nesting;
  }

  HotFrames frames() {
    return frames;
  }
}
