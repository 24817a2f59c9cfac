// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.cause.SlowSpan;
import org.lusush.lle.analyzer.model.cause.SlowSpans;
import org.openjdk.jmc.common.IMCThread;

/** The slowest keystrokes and operations of one chunk, kind by kind. Not thread-safe. */
final class SlowWork {

  private static final int KEYSTROKES = SlowSpans.MAX_SPANS;
  private static final int OPERATIONS = 200;

  /** What is shorter is not worth a cause. */
  static final long SHORTEST_NANOS = 50_000;

  /** Processor time of which nobody knows how much it was. */
  static final long UNKNOWN = -1;

  private record Entry(
      long thread, long keystrokeId, String name, long startNanos, long nanos, long cpuNanos) {}

  private final Floors floors;
  private final Map<String, Kept> bySubject = new HashMap<>();
  private final Subject keystrokes = new Subject(Timing.KEYSTROKE);

  SlowWork(Floors floors) {
    this.floors = floors;
  }

  /**
   * @param cpuNanos processor time of the thread, or {@link #UNKNOWN}
   */
  void keystroke(long thread, long id, String widget, long startNanos, long nanos, long cpuNanos) {
    Kept kept = keystrokes.kept();
    if (kept != null && kept.wants(nanos, KEYSTROKES)) {
      kept.add(new Entry(thread, id, widget, startNanos, nanos, cpuNanos), KEYSTROKES);
    }
  }

  /**
   * @param nanos at least {@link #SHORTEST_NANOS}
   */
  void operation(
      Subject type, long thread, long keystrokeId, String name, long startNanos, long nanos) {
    Kept kept = type.kept();
    if (kept != null && kept.wants(nanos, OPERATIONS)) {
      kept.add(new Entry(thread, keystrokeId, name, startNanos, nanos, UNKNOWN), OPERATIONS);
    }
  }

  /** Returns the number of a thread in its process, or 0 where it has none. */
  static long idOf(Object thread) {
    return thread instanceof IMCThread known && known.getThreadId() != null
        ? known.getThreadId()
        : 0;
  }

  /** The slowest of one kind. */
  private static final class Kept {
    private final PriorityQueue<Entry> entries =
        new PriorityQueue<>(Ordering.comparingLong(Entry::nanos));
    private final long floor;

    Kept(long floor) {
      this.floor = floor;
    }

    boolean wants(long nanos, int limit) {
      if (nanos < floor) {
        return false;
      }
      Entry shortest = entries.peek();
      return shortest == null || entries.size() < limit || shortest.nanos < nanos;
    }

    void add(Entry entry, int limit) {
      entries.add(entry);
      if (entries.size() > limit) {
        entries.remove();
      }
    }
  }

  /** One kind of work. */
  final class Subject {
    private final String name;
    private @Nullable Kept kept;

    private Subject(String name) {
      this.name = name;
    }

    /** Returns the slowest of it, or nothing where there are too many kinds. */
    private @Nullable Kept kept() {
      if (kept == null) {
        kept = bySubject.get(name);
        if (kept == null && bySubject.size() < SlowSpans.MAX_SUBJECTS) {
          kept = new Kept(floors.of(Printable.of(name)));
          bySubject.put(name, kept);
        }
      }
      return kept;
    }
  }

  Subject subject(String name) {
    return new Subject(name);
  }

  /** Returns all with their causes. */
  SlowSpans explained(CauseSinks sinks) {
    var explanation = new Explanation(sinks);
    Map<String, List<SlowSpan>> spans = new HashMap<>();
    bySubject.forEach(
        (subject, kept) ->
            spans.merge(
                Printable.of(subject),
                kept.entries.stream()
                    .map(entry -> explain(explanation, entry))
                    .sorted(SlowSpan.SLOWEST_FIRST)
                    .toList(),
                (left, right) -> left));
    return new SlowSpans(spans, sinks.looked(), sinks.left());
  }

  private static SlowSpan explain(Explanation explanation, Entry entry) {
    return new SlowSpan(
        entry.keystrokeId,
        Printable.of(entry.name),
        entry.startNanos,
        entry.nanos,
        explanation.of(
            entry.thread, entry.startNanos, entry.startNanos + entry.nanos, entry.cpuNanos));
  }
}
