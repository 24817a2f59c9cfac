// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.events.OperationNames;

/**
 * What is collected by name, made safe to show and bounded in number. Not thread-safe.
 *
 * @param <V> what is collected under one name
 */
final class Counter<V> {

  /** A name made safe, and what is collected under it. */
  record Entry<V>(String name, V value) {}

  private final int limit;
  private final Supplier<V> create;
  private final Map<String, V> byRawName = new LinkedHashMap<>();
  private final Map<String, V> byName = new LinkedHashMap<>();

  Counter(int limit, Supplier<V> create) {
    this.limit = limit;
    this.create = create;
  }

  /** Returns what is collected under a name, or under the one for all others beyond the limit. */
  V get(String rawName) {
    V known = byRawName.get(rawName);
    return known != null ? known : admit(rawName);
  }

  private V admit(String rawName) {
    String name = Printable.of(rawName);
    boolean room = byName.containsKey(name) || byName.size() < limit;
    V value = byName.computeIfAbsent(room ? name : OperationNames.OTHER, unused -> create.get());
    if (byRawName.size() < 2 * limit) {
      byRawName.put(rawName, value);
    }
    return value;
  }

  Stream<Entry<V>> entries() {
    return byName.entrySet().stream().map(e -> new Entry<>(e.getKey(), e.getValue()));
  }
}
