// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.lusush.lle.events.OperationNames;

/** Lists of things that have a name, added up by it and never longer than a limit. */
public final class Bounded {

  private Bounded() {}

  /**
   * Returns both lists as one, things of one name added up, in the order they came.
   *
   * @param limit names kept; what comes with further names is added up as {@link
   *     OperationNames#OTHER}
   * @param asOther renames a thing to {@link OperationNames#OTHER}
   */
  public static <T> List<T> merge(
      List<T> left,
      List<T> right,
      Function<T, String> name,
      BinaryOperator<T> plus,
      int limit,
      UnaryOperator<T> asOther) {
    Map<String, T> byName = new LinkedHashMap<>();
    for (List<T> list : List.of(left, right)) {
      for (T item : list) {
        boolean known = byName.containsKey(name.apply(item));
        T kept = known || byName.size() < limit ? item : asOther.apply(item);
        byName.merge(name.apply(kept), kept, plus);
      }
    }
    return List.copyOf(byName.values());
  }
}
