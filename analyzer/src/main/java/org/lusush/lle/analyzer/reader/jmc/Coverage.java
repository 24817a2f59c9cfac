// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.ArrayList;
import java.util.List;

/** Which moments of some time are taken already. Not thread-safe. */
final class Coverage {

  private record Interval(long start, long end) {}

  private final long start;
  private final long end;
  private List<Interval> free;

  Coverage(long start, long end) {
    this.start = start;
    this.end = end;
    free = start < end ? List.of(new Interval(start, end)) : List.of();
  }

  /** Takes what is still free of an interval, and returns how much that was. */
  long take(long from, long to) {
    long left = Math.max(start, from);
    long right = Math.min(end, to);
    if (left >= right) {
      return 0;
    }
    List<Interval> rest = new ArrayList<>();
    long taken = 0;
    for (Interval interval : free) {
      long overlapStart = Math.max(left, interval.start);
      long overlapEnd = Math.min(right, interval.end);
      if (overlapStart >= overlapEnd) {
        rest.add(interval);
        continue;
      }
      taken += overlapEnd - overlapStart;
      if (interval.start < overlapStart) {
        rest.add(new Interval(interval.start, overlapStart));
      }
      if (overlapEnd < interval.end) {
        rest.add(new Interval(overlapEnd, interval.end));
      }
    }
    free = rest;
    return taken;
  }

  /** Returns whether a moment is free. */
  boolean isFree(long nanos) {
    return free.stream().anyMatch(interval -> interval.start <= nanos && nanos < interval.end);
  }

  /** Returns how much is free. */
  long free() {
    return free.stream().mapToLong(interval -> interval.end - interval.start).sum();
  }
}
