// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The shell's variables, some of them exported to programs. Used by one thread. */
public final class Variables {
  private final NavigableMap<String, String> values;
  private final TreeSet<String> exported;

  public Variables(Map<String, String> environment) {
    values = new TreeMap<>(environment);
    exported = new TreeSet<>(environment.keySet());
  }

  public @Nullable String value(String name) {
    return values.get(name);
  }

  public String valueOr(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  public void assign(String name, String value) {
    values.put(name, value);
  }

  /** Marks a variable for programs; one without a value is exported once it gets one. */
  public void export(String name) {
    exported.add(name);
  }

  public void remove(String name) {
    values.remove(name);
    exported.remove(name);
  }

  /** Returns every variable, by name. */
  public SortedMap<String, String> all() {
    return new TreeMap<>(values);
  }

  /** Returns what a program gets as its environment. */
  public SortedMap<String, String> environment() {
    SortedMap<String, String> environment = new TreeMap<>(values);
    environment.keySet().retainAll(exported);
    return environment;
  }
}
