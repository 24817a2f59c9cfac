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
import org.lusush.lle.events.schema.EventSchema;

/**
 * Everything counted of one pool since it was made, whatever the recording kept of the single
 * events. Not thread-safe; an object may be used again after its commit.
 */
@Name(EventSchema.PoolStatistics.TYPE)
@Label("Pool Statistics")
@Description(
    "Everything counted of one pool since it was made, whatever the recording kept of the single events")
@Category("Line Editor")
@StackTrace(false)
@Period("1 s")
public final class PoolStatisticsEvent extends Event {

  @Label("Pool")
  @Description("Name of the pool")
  public String pool = "";

  @Label("Kind")
  @Description("What the pool holds: primary, event, cache or buffer")
  public String kind = "";

  @Label("Capacity")
  @Description("Free objects that a thread can keep")
  @Count
  public long capacity;

  @Label("Object Size")
  @Description("Bytes that an object holds, as the owner of the pool states them")
  @DataAmount
  public long objectSize;

  @Label("Takes")
  @Description("Objects taken")
  @Count
  public long takes;

  @Label("Reused")
  @Description("Of these, how many came from the pool")
  @Count
  public long reused;

  @Label("Reuse Share")
  @Description("Share of the takes that came from the pool")
  @Percentage
  public double reuseShare;

  @Label("Returns")
  @Description("Objects given back")
  @Count
  public long returns;

  @Label("Dropped")
  @Description("Of these, how many the pool had no room for")
  @Count
  public long dropped;

  @Label("Double Returns")
  @Description("Returns of what had been given back already, refused")
  @Count
  public long doubleReturns;

  @Label("Leaks")
  @Description("Objects that were garbage collected before anyone gave them back")
  @Count
  public long leaks;

  @Label("In Use")
  @Description("Objects on loan now")
  @Count
  public long inUse;

  @Label("Peak In Use")
  @Description("Most objects that each thread had on loan at once, added up")
  @Count
  public long peakInUse;

  @Label("Pooled")
  @Description("Bytes of the free objects kept now")
  @DataAmount
  public long pooled;

  @Label("Fragmentation")
  @Description("Share of the bytes handed out that was not asked for")
  @Percentage
  public double fragmentation;
}
