// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
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
  private static final long SHORTEST_NANOS = 50_000;

  /** Processor time of which nobody knows how much it was. */
  static final long UNKNOWN = -1;

  private record Entry(
      long thread, long keystrokeId, String name, long startNanos, long nanos, long cpuNanos) {}

  private final Map<String, PriorityQueue<Entry>> bySubject = new HashMap<>();

  /**
   * @param cpuNanos processor time of the thread, or {@link #UNKNOWN}
   */
  void keystroke(long thread, long id, String widget, long startNanos, long nanos, long cpuNanos) {
    add(Timing.KEYSTROKE, KEYSTROKES, new Entry(thread, id, widget, startNanos, nanos, cpuNanos));
  }

  void operation(
      String type, long thread, long keystrokeId, String name, long startNanos, long nanos) {
    if (nanos >= SHORTEST_NANOS) {
      add(type, OPERATIONS, new Entry(thread, keystrokeId, name, startNanos, nanos, UNKNOWN));
    }
  }

  /** Returns the number of a thread in its process, or 0 where it has none. */
  static long idOf(Object thread) {
    return thread instanceof IMCThread known && known.getThreadId() != null
        ? known.getThreadId()
        : 0;
  }

  private void add(String subject, int limit, Entry entry) {
    PriorityQueue<Entry> kept = bySubject.get(subject);
    if (kept == null) {
      if (bySubject.size() >= SlowSpans.MAX_SUBJECTS) {
        return;
      }
      kept = new PriorityQueue<>(Comparator.comparingLong(Entry::nanos));
      bySubject.put(subject, kept);
    }
    Entry shortest = kept.peek();
    if (shortest != null && kept.size() >= limit && shortest.nanos >= entry.nanos) {
      return;
    }
    kept.add(entry);
    if (kept.size() > limit) {
      kept.remove();
    }
  }

  /** Returns all with their causes. */
  SlowSpans explained(CauseSinks sinks) {
    var explanation = new Explanation(sinks);
    Map<String, List<SlowSpan>> spans = new HashMap<>();
    bySubject.forEach(
        (subject, entries) ->
            spans.merge(
                Printable.of(subject),
                entries.stream()
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
