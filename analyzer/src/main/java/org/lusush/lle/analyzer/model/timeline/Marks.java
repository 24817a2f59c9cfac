// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Marks on a time axis. Immutable; they add up.
 *
 * @param all in the order of time: of each kind the longest, at most {@value #MAX_OF_A_KIND}
 * @param left how many more there were
 */
public record Marks(List<Mark> all, long left) {

  public static final int MAX_OF_A_KIND = 200;

  public static final Marks NONE = new Marks(List.of(), 0);

  public Marks {
    all = List.copyOf(all);
  }

  public static Marks of(Collection<Mark> marks) {
    List<Mark> kept = new ArrayList<>();
    for (Mark.Kind kind : Mark.Kind.values()) {
      marks.stream()
          .filter(mark -> mark.kind() == kind)
          .sorted(Mark.LONGEST_FIRST)
          .limit(MAX_OF_A_KIND)
          .forEach(kept::add);
    }
    kept.sort(Mark.IN_TIME);
    return new Marks(kept, marks.size() - (long) kept.size());
  }

  public Marks plus(Marks other) {
    Marks both = of(Stream.concat(all.stream(), other.all.stream()).toList());
    return new Marks(both.all, both.left + left + other.left);
  }
}
