// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** What {@link PlantedShell} did to a keystroke, measured by itself. */
@Name(PlantedEvent.TYPE)
@StackTrace(false)
public final class PlantedEvent extends jdk.jfr.Event {

  public static final String TYPE = "test.Planted";

  /** How much of the time was what was to be planted. */
  public long nanos;
}
