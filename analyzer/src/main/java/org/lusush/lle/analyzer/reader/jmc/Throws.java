// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.cause.Cause;
import org.lusush.lle.analyzer.reader.jmc.ThreadSpans.Span;

/** When one thread threw exceptions over a chunk. Not thread-safe. */
final class Throws {

  /** From so many in a row on, they are a storm. */
  static final int STORM = 20;

  /** Further apart, what is between two of them is work. */
  static final long NEAR_NANOS = 200_000;

  private static final int MAX_RUNS = 100_000;

  /** Exceptions one right after the other; what the first of them was stands for all. */
  private static final class Run {
    private final Supplier<String> evidence;
    private long firstNanos;
    private long lastNanos;
    private long count;

    Run(long nanos, Supplier<String> evidence) {
      this.evidence = evidence;
      firstNanos = nanos;
      lastNanos = nanos;
    }

    boolean isNear(long fromNanos, long toNanos) {
      return fromNanos - lastNanos <= NEAR_NANOS && firstNanos - toNanos <= NEAR_NANOS;
    }

    void add(long fromNanos, long toNanos, long more) {
      firstNanos = Math.min(firstNanos, fromNanos);
      lastNanos = Math.max(lastNanos, toNanos);
      count += more;
    }
  }

  private final List<Run> runs = new ArrayList<>();

  /** Takes one, in about the order of time. */
  void add(long nanos, Supplier<String> evidence) {
    Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    if (last == null || !last.isNear(nanos, nanos)) {
      if (runs.size() >= MAX_RUNS) {
        return;
      }
      last = new Run(nanos, evidence);
      runs.add(last);
    }
    last.add(nanos, nanos, 1);
  }

  /** Returns the time of each storm, from its first exception to its last. */
  List<Span> storms() {
    runs.sort(Ordering.comparingLong(run -> run.firstNanos));
    List<Run> whole = new ArrayList<>();
    for (Run run : runs) {
      Run last = whole.isEmpty() ? null : whole.get(whole.size() - 1);
      if (last != null && last.isNear(run.firstNanos, run.lastNanos)) {
        last.add(run.firstNanos, run.lastNanos, run.count);
      } else {
        whole.add(run);
      }
    }
    return whole.stream()
        .filter(run -> run.count >= STORM)
        .map(run -> new Span(run.firstNanos, run.lastNanos, Cause.EXCEPTIONS, run.evidence))
        .toList();
  }
}
