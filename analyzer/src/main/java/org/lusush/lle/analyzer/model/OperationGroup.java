// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What was recorded of one type of operation.
 *
 * @param total all of them; its name is the type's label
 * @param byName the same by the name that tells operations of one type apart; the name may be empty
 */
public record OperationGroup(OperationStats total, List<OperationStats> byName) {

  /** How many types are told apart. */
  public static final int MAX_TYPES = 100;

  /** How many pairs of type and name are told apart in all. */
  public static final int MAX_NAMES = 200;

  public OperationGroup {
    byName = List.copyOf(byName);
  }

  /** Returns the label of the type. */
  public String operation() {
    return total.name();
  }

  OperationGroup plus(OperationGroup other) {
    return new OperationGroup(
        total.plus(other.total),
        Bounded.merge(
            byName,
            other.byName,
            OperationStats::name,
            OperationStats::plus,
            MAX_NAMES,
            OperationStats::asOther));
  }

  OperationGroup asOther() {
    return new OperationGroup(total.asOther(), List.of(total.asOther()));
  }

  /** Returns this group with no more than so many names, one of them {@link Bounded#OTHER}. */
  OperationGroup limited(int names) {
    if (byName.size() <= names) {
      return this;
    }
    return new OperationGroup(
        total,
        Bounded.merge(
            byName,
            List.of(),
            OperationStats::name,
            OperationStats::plus,
            Math.max(0, names - 1),
            OperationStats::asOther));
  }

  /** Returns both lists as one, in bounded size. */
  static List<OperationGroup> merge(List<OperationGroup> left, List<OperationGroup> right) {
    List<OperationGroup> merged =
        Bounded.merge(
            left,
            right,
            OperationGroup::operation,
            OperationGroup::plus,
            MAX_TYPES,
            OperationGroup::asOther);
    List<OperationGroup> limited = new ArrayList<>();
    int room = MAX_NAMES;
    for (OperationGroup group : merged) {
      OperationGroup kept = group.limited(Math.max(1, room));
      limited.add(kept);
      room -= kept.byName.size();
    }
    return limited;
  }
}
