// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.cause.Cause;

/** What happened on one thread, or to the whole JVM, over the time of a chunk. Not thread-safe. */
final class ThreadSpans {

  /**
   * Something that took time.
   *
   * @param evidence finds out what it was; asked only where it explains something
   */
  record Span(long startNanos, long endNanos, Cause cause, Supplier<String> evidence) {}

  private final List<Span> spans = new ArrayList<>();

  /** The latest end of the span at a place and all before it. */
  private long[] latestEnd = {};

  void add(Span span) {
    spans.add(span);
  }

  /** Puts everything in order, once all is added. */
  void sort() {
    spans.sort(Ordering.comparingLong(Span::startNanos));
    latestEnd = new long[spans.size()];
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < latestEnd.length; i++) {
      latest = Math.max(latest, spans.get(i).endNanos());
      latestEnd[i] = latest;
    }
  }

  /** Shows every span, in their order once they are sorted. */
  void forEach(Consumer<Span> action) {
    spans.forEach(action);
  }

  /** Shows every span that overlaps some time, in no order. */
  void forEachOverlapping(long startNanos, long endNanos, Consumer<Span> action) {
    for (int i = firstStartingFrom(endNanos) - 1; i >= 0 && latestEnd[i] > startNanos; i--) {
      if (spans.get(i).endNanos() > startNanos) {
        action.accept(spans.get(i));
      }
    }
  }

  private int firstStartingFrom(long nanos) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).startNanos() < nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
