// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.lusush.lle.events.schema.EventSchema;

/**
 * An operation or a keystroke that took longer than a threshold. An instant event. Not thread-safe.
 */
@Name(EventSchema.ThresholdExceeded.TYPE)
@Label("Threshold Exceeded")
@Description(
    "An operation or a keystroke that took longer than its warning or its critical threshold")
@Category("Line Editor")
@StackTrace(false)
public final class ThresholdExceededEvent extends Event {

  @Label("Operation")
  @Description("Type of the operation, or keystroke for the whole of a keystroke")
  public String operation = "";

  @Label("Component")
  @Description("Part of the editor that the operation belongs to")
  public String component = "";

  @Label("Name")
  @Description(
      "Editor command, class or custom name that tells operations of one type apart, or empty")
  public String name = "";

  @Label("Level")
  @Description("Which threshold was exceeded: warning or critical")
  public String level = "";

  @Label("Took")
  @Description("Duration of the operation or the keystroke")
  @Timespan(Timespan.NANOSECONDS)
  public long took;

  @Label("Threshold")
  @Description("Duration that it was to stay under")
  @Timespan(Timespan.NANOSECONDS)
  public long limit;

  @Label("Keystroke")
  @Description("Number of the keystroke, or 0 for none")
  @Identifier
  public long keystrokeId;
}
