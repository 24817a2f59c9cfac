// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.StackTrace;
import org.lusush.lle.events.schema.EventSchema;

/**
 * A resource that came under pressure, or out of it. An instant event. Not thread-safe; an object
 * may be used again after its commit.
 */
@Name(EventSchema.ResourcePressure.TYPE)
@Label("Resource Pressure")
@Description("A resource that came under pressure, or out of it")
@Category("Line Editor")
@StackTrace(false)
public final class ResourcePressureEvent extends Event {

  @Label("Resource")
  @Description("Which: cpu, memory, io or heap")
  public String resource = "";

  @Label("From")
  @Description("Level before: none, low, medium, high or critical")
  public String fromLevel = "";

  @Label("To")
  @Description("Level now")
  public String toLevel = "";

  @Label("Value")
  @Description("What the level is judged by: share of time stalled, or share of the limit in use")
  @Percentage
  public double value;

  @Label("Source")
  @Description("Where the value comes from: psi, cgroup, jvm")
  public String source = "";
}
