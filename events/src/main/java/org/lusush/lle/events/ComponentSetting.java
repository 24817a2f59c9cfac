// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import jdk.jfr.SettingControl;

/**
 * The setting of a recording that names the components whose operations it wants.
 *
 * <p>{@code *}, or the names with commas between them. Several recordings get what any of them
 * wants. A name that does not exist selects nothing.
 */
public final class ComponentSetting extends SettingControl {

  private static final String ALL = "*";

  private String value = ALL;
  private volatile Set<String> wanted = Set.of();
  private volatile boolean all = true;

  @Override
  public String combine(Set<String> values) {
    var names = new HashSet<String>();
    for (var one : values) {
      names.addAll(names(one));
    }
    return names.contains(ALL) ? ALL : String.join(",", names);
  }

  @Override
  public void setValue(String value) {
    this.value = value;
    wanted = names(value);
    all = wanted.contains(ALL);
  }

  @Override
  public String getValue() {
    return value;
  }

  /** Returns whether the operations of a component are wanted. */
  boolean accepts(String component) {
    return all || wanted.contains(component);
  }

  private static Set<String> names(String value) {
    var names = new HashSet<String>();
    for (var name : value.split(",", -1)) {
      names.add(name.strip().toLowerCase(Locale.ROOT));
    }
    names.remove("");
    return names;
  }
}
