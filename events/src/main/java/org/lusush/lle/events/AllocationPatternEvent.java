// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.lusush.lle.events.schema.EventSchema;

/**
 * How often the line editor asks for memory of one size, and what to do about it. Not thread-safe;
 * an object may be used again after its commit.
 */
@Name(EventSchema.AllocationPattern.TYPE)
@Label("Allocation Pattern")
@Description("How often the line editor asks for memory of one size, and what to do about it")
@Category("Line Editor")
@StackTrace(false)
@Period("10 s")
public final class AllocationPatternEvent extends Event {

  @Label("Name")
  @Description("Pool or operation that asks")
  public String name = "";

  @Label("Size")
  @Description("Size that is asked for")
  @DataAmount
  public long size;

  @Label("Count")
  @Description("How often since the recorder started")
  @Count
  public long count;

  @Label("Share")
  @Description("Share of all requests that were seen")
  @Percentage
  public double share;

  @Label("Interval")
  @Description("Mean time between two requests")
  @Timespan(Timespan.NANOSECONDS)
  public long interval;

  @Label("Recommendation")
  @Description("What to do: pool, do not pool, grow, shrink or keep")
  public String recommendation = "";

  @Label("Evidence")
  @Description("The figures that the recommendation rests on")
  public String evidence = "";
}
