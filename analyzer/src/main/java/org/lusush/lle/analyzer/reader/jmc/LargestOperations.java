// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.SlowKeystroke;

/**
 * The operation with the most self time of each of the keystrokes that hold the largest ones.
 * Bounded: a slow keystroke's largest operation is nearly always among the largest of all. Not
 * thread-safe.
 */
final class LargestOperations {

  private static final int LIMIT = 256;

  /** One of them; no record, since two are the same only if they are one. */
  private static final class Entry {
    private final long keystrokeId;
    private final long startNanos;
    private final String operation;
    private final String name;
    private final long selfNanos;

    Entry(long keystrokeId, long startNanos, String operation, String name, long selfNanos) {
      this.keystrokeId = keystrokeId;
      this.startNanos = startNanos;
      this.operation = operation;
      this.name = name;
      this.selfNanos = selfNanos;
    }

    long selfNanos() {
      return selfNanos;
    }
  }

  private final Map<Long, Entry> byKeystroke = new HashMap<>();
  private final PriorityQueue<Entry> smallestFirst =
      new PriorityQueue<>(Ordering.comparingLong(Entry::selfNanos));

  /** The self time that an operation must exceed to be among the largest. */
  private long tooSmall = Long.MIN_VALUE;

  /** Returns whether an operation of so much self time may be one of the largest. */
  boolean mayBe(long selfNanos) {
    return selfNanos > tooSmall;
  }

  void add(long keystrokeId, long startNanos, String operation, String name, long selfNanos) {
    if (keystrokeId == 0 || !mayBe(selfNanos)) {
      return;
    }
    Entry known = byKeystroke.get(keystrokeId);
    if (known != null && known.selfNanos >= selfNanos) {
      return;
    }
    var entry = new Entry(keystrokeId, startNanos, operation, name, selfNanos);
    byKeystroke.put(keystrokeId, entry);
    smallestFirst.add(entry);
    if (known != null) {
      smallestFirst.remove(known);
    } else if (smallestFirst.size() > LIMIT) {
      byKeystroke.remove(smallestFirst.remove().keystrokeId);
    }
    Entry smallest = smallestFirst.peek();
    if (smallest != null && smallestFirst.size() >= LIMIT) {
      tooSmall = smallest.selfNanos;
    }
  }

  /**
   * Returns the keystroke with its largest operation, when that is known and within its time: the
   * numbers start again with each process.
   */
  SlowKeystroke addTo(SlowKeystroke keystroke) {
    Entry entry = byKeystroke.get(keystroke.id());
    if (entry == null) {
      return keystroke;
    }
    long start = Times.epochNanos(keystroke.start());
    boolean within =
        entry.startNanos >= start && entry.startNanos <= start + keystroke.durationNanos();
    return within
        ? keystroke.withLargest(
            new SlowKeystroke.Work(
                Printable.of(entry.operation), Printable.of(entry.name), entry.selfNanos))
        : keystroke;
  }
}
