// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.lusush.lle.events.schema.EventSchema;

/**
 * An object of a pool that was garbage collected before anyone gave it back. An instant event. Not
 * thread-safe; an object may be used again after its commit.
 */
@Name(EventSchema.PoolLeak.TYPE)
@Label("Pool Leak")
@Description("An object of a pool that was garbage collected before anyone gave it back")
@Category("Line Editor")
@StackTrace(false)
public final class PoolLeakEvent extends Event {

  @Label("Pool")
  @Description("Name of the pool")
  public String pool = "";

  @Label("Kind")
  @Description("What the pool holds: primary, event, cache or buffer")
  public String kind = "";

  @Label("Size")
  @Description("Bytes that the object held, as the owner of the pool states them")
  @DataAmount
  public long size;
}
