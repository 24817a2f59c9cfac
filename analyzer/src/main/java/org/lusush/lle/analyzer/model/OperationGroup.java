// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.List;
import org.lusush.lle.events.OperationNames;

/**
 * What was recorded of one type of operation.
 *
 * @param total all of them; its name is the type's label
 * @param byName the same by the name that tells operations of one type apart, which may be empty:
 *     {@value OperationNames#MAX_OF_A_TYPE} names, and {@link OperationNames#OTHER} for the rest
 */
public record OperationGroup(OperationStats total, List<OperationStats> byName) {

  /** How many types are told apart. */
  public static final int MAX_TYPES = 100;

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
            OperationNames.MAX_OF_A_TYPE,
            OperationStats::asOther));
  }

  OperationGroup asOther() {
    return new OperationGroup(total.asOther(), List.of(total.asOther()));
  }

  /** Returns both lists as one, in bounded size. */
  static List<OperationGroup> merge(List<OperationGroup> left, List<OperationGroup> right) {
    return Bounded.merge(
        left,
        right,
        OperationGroup::operation,
        OperationGroup::plus,
        MAX_TYPES,
        OperationGroup::asOther);
  }
}
