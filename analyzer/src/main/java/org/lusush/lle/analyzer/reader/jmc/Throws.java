// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.lusush.lle.analyzer.model.cause.Cause;
import org.lusush.lle.analyzer.reader.jmc.ThreadSpans.Span;

/** When one thread threw exceptions over a chunk. Not thread-safe. */
final class Throws {

  /** From so many in a row on, they are a storm. */
  static final int STORM = 20;

  /** Further apart, what is between two of them is work. */
  static final long NEAR_NANOS = 200_000;

  private record Thrown(long nanos, Supplier<String> evidence) {}

  private final List<Thrown> thrown = new ArrayList<>();

  void add(long nanos, Supplier<String> evidence) {
    thrown.add(new Thrown(nanos, evidence));
  }

  /** Returns the time of each storm, from its first exception to its last. */
  List<Span> storms() {
    thrown.sort(Comparator.comparingLong(Thrown::nanos));
    List<Span> storms = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= thrown.size(); i++) {
      if (i == thrown.size() || thrown.get(i).nanos - thrown.get(i - 1).nanos > NEAR_NANOS) {
        if (i - first >= STORM) {
          storms.add(
              new Span(
                  thrown.get(first).nanos,
                  thrown.get(i - 1).nanos,
                  Cause.EXCEPTIONS,
                  thrown.get(first).evidence));
        }
        first = i;
      }
    }
    return storms;
  }
}
