// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Stretches of time, joined where they touch. Immutable. */
final class Spans {

  /** One stretch, in nanoseconds since the epoch, the end not included. */
  record Span(long start, long end) {}

  static final Spans NONE = new Spans(new long[0], new long[0]);

  private final long[] starts;
  private final long[] ends;

  private Spans(long[] starts, long[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  static Spans of(List<Span> spans) {
    var sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparingLong(Span::start));
    var starts = new long[sorted.size()];
    var ends = new long[sorted.size()];
    int count = 0;
    for (Span span : sorted) {
      if (count > 0 && span.start <= ends[count - 1]) {
        ends[count - 1] = Math.max(ends[count - 1], span.end);
      } else {
        starts[count] = span.start;
        ends[count++] = span.end;
      }
    }
    return new Spans(Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
  }

  /** Returns both together. */
  Spans plus(Spans other) {
    var all = new ArrayList<Span>();
    addTo(all);
    other.addTo(all);
    return of(all);
  }

  private void addTo(List<Span> all) {
    for (int i = 0; i < starts.length; i++) {
      all.add(new Span(starts[i], ends[i]));
    }
  }

  boolean isEmpty() {
    return starts.length == 0;
  }

  /** Returns for how long a stretch of time is covered, in nanoseconds. */
  long overlap(long start, long end) {
    int found = Arrays.binarySearch(ends, start);
    int next = found >= 0 ? found + 1 : -found - 1;
    long sum = 0;
    while (next < starts.length && starts[next] < end) {
      sum += Math.min(end, ends[next]) - Math.max(start, starts[next]);
      next++;
    }
    return sum;
  }
}
