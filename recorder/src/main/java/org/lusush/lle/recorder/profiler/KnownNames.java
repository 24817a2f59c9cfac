// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.OperationNames;
import org.lusush.lle.events.OperationType;

/**
 * The names of each type that are told apart: the first {@value OperationNames#MAX_OF_A_TYPE} to
 * come. Not thread-safe.
 */
@SuppressWarnings("EnumOrdinal") // an array by type costs no hash and no map
final class KnownNames {

  private final @Nullable Set<String>[] names = nameSets();

  /** Returns whether a name is known for its type, or has just become so. */
  boolean admits(OperationType type, String name) {
    var known = names[type.ordinal()];
    if (known == null) {
      known = new HashSet<>(4);
      names[type.ordinal()] = known;
    }
    return known.contains(name)
        || isOneOfOurs(name)
        || (known.size() < OperationNames.MAX_OF_A_TYPE && known.add(name));
  }

  /** Returns whether a name stands for others, so that it is not one of those told apart. */
  private static boolean isOneOfOurs(String name) {
    return name.equals(OperationNames.OTHER) || name.equals(CallTree.NOT_PROFILED);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // no array of a generic type can be made
  private static @Nullable Set<String>[] nameSets() {
    return new Set[OperationType.values().length];
  }
}
