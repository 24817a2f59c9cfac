// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import jdk.jfr.SettingControl;

/**
 * The setting of a recording that asks the recorder to measure more than it is set to.
 *
 * <p>{@code configured} asks for nothing more; {@code normal}, {@code detailed} and {@code
 * exhaustive} raise the level for as long as the recording runs. Several recordings get the highest
 * that any of them asks for. Another value counts as {@code configured}.
 */
public final class LevelSetting extends SettingControl {

  /** Asks for nothing more. */
  public static final String CONFIGURED = "configured";

  private static final List<String> LEVELS =
      List.of(CONFIGURED, "normal", "detailed", "exhaustive");
  private static final List<Runnable> LISTENERS = new CopyOnWriteArrayList<>();
  private static volatile String requested = CONFIGURED;

  private String value = CONFIGURED;

  /** Returns the level that recordings ask for now, or {@link #CONFIGURED}. */
  public static String requested() {
    return requested;
  }

  /** Has a listener told when {@link #requested} changes, on the thread that changes it. */
  public static void addListener(Runnable listener) {
    LISTENERS.add(listener);
  }

  /** Has a listener told no longer. */
  public static void removeListener(Runnable listener) {
    LISTENERS.remove(listener);
  }

  /** Forgets what recordings asked for: to be called when none runs, since Java does not tell. */
  public static void reset() {
    request(CONFIGURED);
  }

  private static void request(String level) {
    requested = level;
    LISTENERS.forEach(Runnable::run);
  }

  @Override
  public String combine(Set<String> values) {
    int highest = 0;
    for (var one : values) {
      highest = Math.max(highest, LEVELS.indexOf(one.strip().toLowerCase(Locale.ROOT)));
    }
    return LEVELS.get(highest);
  }

  @Override
  public void setValue(String value) {
    this.value = value;
    request(combine(Set.of(value)));
  }

  @Override
  public String getValue() {
    return value;
  }
}
