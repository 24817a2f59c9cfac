// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.BooleanFlag;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.lusush.lle.events.schema.EventSchema;

/**
 * One object taken from a pool of the editor. An instant event. Not thread-safe; an object may be
 * used again after its commit.
 */
@Name(EventSchema.PoolAllocation.TYPE)
@Label("Pool Allocation")
@Description("One object taken from a pool of the line editor")
@Category("Line Editor")
@StackTrace(false)
public final class PoolAllocationEvent extends Event {

  @Label("Pool")
  @Description("Name of the pool")
  public String pool = "";

  @Label("Kind")
  @Description("What the pool holds: primary, event, cache or buffer")
  public String kind = "";

  @Label("Reused")
  @Description("Whether the object came from the pool; if not, it was newly allocated")
  @BooleanFlag
  public boolean reused;

  @Label("Size")
  @Description("Bytes that the object holds, as the owner of the pool states them")
  @DataAmount
  public long size;

  @Label("Keystroke")
  @Description("Number of the keystroke that the object was taken for, or 0 for none")
  @Identifier
  public long keystrokeId;
}
