// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.cause.Cause;
import org.lusush.lle.analyzer.model.cause.Evidence;
import org.lusush.lle.analyzer.model.cause.SlowSpan;

/** What each cause has of some time, while it is divided. Not thread-safe. */
final class Tallies {

  /** What one cause has so far. */
  private static final class Tally {
    private long nanos;
    private final Map<String, Long> evidence = new HashMap<>();

    void add(long taken, String what) {
      nanos += taken;
      if (!what.isEmpty()) {
        evidence.merge(what, taken, Long::sum);
      }
    }

    String mostly() {
      return Evidence.mostly(evidence);
    }
  }

  private final Map<Cause, Tally> byCause = new EnumMap<>(Cause.class);

  void add(Cause cause, long nanos, String evidence) {
    if (nanos > 0) {
      byCause.computeIfAbsent(cause, unused -> new Tally()).add(nanos, evidence);
    }
  }

  long nanos(Cause cause) {
    Tally tally = byCause.get(cause);
    return tally == null ? 0 : tally.nanos;
  }

  /** Adds all of another, each in the same proportion, so that together it is so much. */
  void addScaled(Tallies other, long nanos) {
    List<SlowSpan.Part> parts = other.toParts();
    long sum = parts.stream().mapToLong(SlowSpan.Part::nanos).sum();
    long given = 0;
    for (SlowSpan.Part part : parts) {
      long share = Math.min(nanos - given, (long) ((double) part.nanos() / sum * nanos));
      add(part.cause(), share, part.evidence());
      given += share;
    }
    if (!parts.isEmpty()) {
      add(parts.get(0).cause(), nanos - given, ""); // what rounding left over
    }
  }

  /** Returns what has a part, the largest part first. */
  List<SlowSpan.Part> toParts() {
    return byCause.entrySet().stream()
        .map(
            entry ->
                new SlowSpan.Part(
                    entry.getKey(), entry.getValue().nanos, entry.getValue().mostly()))
        .sorted(
            Ordering.comparingLong(SlowSpan.Part::nanos)
                .reversed()
                .thenComparing(SlowSpan.Part::cause))
        .toList();
  }
}
