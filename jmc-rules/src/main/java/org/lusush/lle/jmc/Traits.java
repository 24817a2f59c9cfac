// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/**
 * What tells one rule from another. Immutable.
 *
 * @param id identifier, which never changes: preferences and reports go by it
 * @param texts what the keys of its texts start with
 * @param topic one of {@link Topics}
 * @param types names of the event types that it reads, the one it cannot do without first
 * @param field name of the field of that type that it cannot do without
 * @param needsAll whether it cannot judge when a threshold left the short events of that type out
 */
record Traits(
    String id,
    String texts,
    String topic,
    Set<String> types,
    String field,
    boolean needsAll,
    List<TypedPreference<?>> preferences,
    List<TypedResult<?>> results) {

  Traits {
    types = Collections.unmodifiableSet(new LinkedHashSet<>(types));
    preferences = List.copyOf(preferences);
    results = List.copyOf(results);
  }

  /** Starts the traits of a rule that reads events of one type. */
  static Traits of(String id, String texts, String topic, String type, String field) {
    return new Traits(
        id, texts, topic, Set.of(type), field, false, List.of(), List.of(TypedResult.SCORE));
  }

  /** Returns these for a rule that cannot judge when the short events were left out. */
  Traits needingAll() {
    return new Traits(id, texts, topic, types, field, true, preferences, results);
  }

  /** Returns these with further event types to read, which may be missing. */
  Traits reading(String... further) {
    var all = new LinkedHashSet<>(types);
    all.addAll(Arrays.asList(further));
    return new Traits(id, texts, topic, all, field, needsAll, preferences, results);
  }

  Traits preferring(TypedPreference<?>... more) {
    var all = new ArrayList<>(preferences);
    all.addAll(Arrays.asList(more));
    return new Traits(id, texts, topic, types, field, needsAll, all, results);
  }

  Traits giving(TypedResult<?>... more) {
    var all = new ArrayList<>(results);
    all.addAll(Arrays.asList(more));
    return new Traits(id, texts, topic, types, field, needsAll, preferences, all);
  }

  /** Returns the type that the rule cannot do without. */
  String mainType() {
    return types.iterator().next();
  }
}
