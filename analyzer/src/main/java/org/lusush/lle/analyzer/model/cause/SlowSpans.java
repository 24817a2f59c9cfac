// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.cause;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The slowest work of each kind with its causes. Immutable; they add up.
 *
 * @param bySubject by type of operation, or by {@link
 *     org.lusush.lle.analyzer.model.Timing#KEYSTROKE}, slowest first, at most {@value #MAX_SPANS}
 * @param looked causes that the recording was asked for by its settings
 * @param left how many events that could be causes were let go, for there were too many
 */
public record SlowSpans(Map<String, List<SlowSpan>> bySubject, Set<Cause> looked, long left) {

  /** How many of one kind are kept. */
  public static final int MAX_SPANS = 1_000;

  /** How many kinds are told apart. */
  public static final int MAX_SUBJECTS = 100;

  public static final SlowSpans NONE = new SlowSpans(Map.of(), Set.of(), 0);

  public SlowSpans {
    bySubject = Map.copyOf(bySubject);
    looked = Set.copyOf(looked);
  }

  /** Returns the slowest of one kind, slowest first. */
  public List<SlowSpan> of(String subject) {
    return bySubject.getOrDefault(subject, List.of());
  }

  public SlowSpans plus(SlowSpans other) {
    Map<String, List<SlowSpan>> sum = new LinkedHashMap<>();
    Set<String> subjects = new LinkedHashSet<>(bySubject.keySet());
    subjects.addAll(other.bySubject.keySet());
    for (String subject : new TreeSet<>(subjects)) {
      if (sum.size() < MAX_SUBJECTS) {
        sum.put(subject, slowest(List.of(of(subject), other.of(subject))));
      }
    }
    Set<Cause> both = new LinkedHashSet<>(looked);
    both.addAll(other.looked);
    return new SlowSpans(sum, both, left + other.left);
  }

  private static List<SlowSpan> slowest(Collection<List<SlowSpan>> lists) {
    return lists.stream()
        .flatMap(List::stream)
        .sorted(SlowSpan.SLOWEST_FIRST)
        .limit(MAX_SPANS)
        .toList();
  }

  /** Returns everything as one stream. */
  public Stream<SlowSpan> all() {
    return bySubject.values().stream().flatMap(List::stream);
  }
}
