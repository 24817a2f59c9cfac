// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.BooleanFlag;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import org.lusush.lle.events.schema.EventSchema;

/** Whether a target is met. Not thread-safe; an object may be used again after its commit. */
@Name(EventSchema.TargetStatus.TYPE)
@Label("Target Status")
@Description("Whether a target is met")
@Category("Line Editor")
@StackTrace(false)
@Period("10 s")
public final class TargetStatusEvent extends Event {

  @Label("Target")
  @Description("Which, such as response or hit rate")
  public String target = "";

  @Label("Value")
  @Description(
      "Figure that is held against it; nanoseconds, a rate a second, or a share, by the target")
  @Figure
  public double value;

  @Label("Limit")
  @Description("Figure that it is to stay under, or over, by the target")
  @Figure
  public double limit;

  @Label("Warning")
  @Description("Figure from which on it warns")
  @Figure
  public double warning;

  @Label("Maximum")
  @Description("Figure from which on it has failed")
  @Figure
  public double maximum;

  @Label("Status")
  @Description("met, warning, critical, failed or unknown")
  public String status = "";

  @Label("Adaptive")
  @Description("Whether the limit was tightened by evidence")
  @BooleanFlag
  public boolean adaptive;

  @Label("Samples")
  @Description("How many measurements the figure rests on")
  @Count
  public long samples;
}
