// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.timeline;

import java.util.Comparator;
import org.lusush.lle.analyzer.model.Ordering;

/**
 * Something that happened at a moment and can explain what latencies did then.
 *
 * @param startNanos when it began, in nanoseconds since the epoch
 * @param nanos how long it took, or 0 where it took no time
 * @param count how many there were: classes of a burst, exceptions of a storm, otherwise 1
 * @param what names it, or is empty: the collection, the operation of the JVM, what was tuned
 */
public record Mark(Kind kind, long startNanos, long nanos, long count, String what) {

  static final Comparator<Mark> LONGEST_FIRST =
      Ordering.comparingLong(Mark::nanos)
          .reversed()
          .thenComparingLong(Mark::startNanos)
          .thenComparing(Mark::kind)
          .thenComparing(Mark::what);

  static final Comparator<Mark> IN_TIME =
      Ordering.comparingLong(Mark::startNanos).thenComparing(Mark::kind).thenComparing(Mark::what);

  /** What kind of thing it is. */
  public enum Kind {
    GC_PAUSE("GC pause"),
    SAFEPOINT("safepoint"),
    CLASS_LOADING("class loading"),
    EXCEPTIONS("exception storm"),
    THROTTLING("throttled by the container"),
    PRESSURE("short of a resource"),
    TUNING("tuning");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** Returns the name as it stands in reports. */
    public String label() {
      return label;
    }
  }
}
