// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.SlowKeystroke;

/**
 * The operation with the most self time of each of the keystrokes that hold the largest ones.
 * Bounded: a slow keystroke's largest operation is nearly always among the largest of all. Not
 * thread-safe.
 */
final class LargestOperations {

  private static final int LIMIT = 256;

  private record Entry(
      long keystrokeId, long startNanos, String operation, String name, long selfNanos) {}

  private final Map<Long, Entry> byKeystroke = new HashMap<>();
  private final PriorityQueue<Entry> smallestFirst =
      new PriorityQueue<>(Comparator.comparingLong(Entry::selfNanos));

  void add(long keystrokeId, long startNanos, String operation, String name, long selfNanos) {
    if (keystrokeId == 0 || isTooSmall(selfNanos)) {
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
  }

  private boolean isTooSmall(long selfNanos) {
    Entry smallest = smallestFirst.peek();
    return smallest != null && smallestFirst.size() >= LIMIT && selfNanos <= smallest.selfNanos;
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
