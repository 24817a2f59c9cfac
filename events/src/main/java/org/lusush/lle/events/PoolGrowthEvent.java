// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.lusush.lle.events.schema.EventSchema;

/**
 * A pool of the line editor that was made larger or smaller. An instant event. Not thread-safe; an
 * object may be used again after its commit.
 */
@Name(EventSchema.PoolGrowth.TYPE)
@Label("Pool Growth")
@Description("A pool of the line editor that was made larger or smaller")
@Category("Line Editor")
@StackTrace(false)
public final class PoolGrowthEvent extends Event {

  @Label("Pool")
  @Description("Name of the pool")
  public String pool = "";

  @Label("Kind")
  @Description("What the pool holds: primary, event, cache or buffer")
  public String kind = "";

  @Label("From")
  @Description("Free objects that a thread could keep before")
  @Count
  public long fromCapacity;

  @Label("To")
  @Description("Free objects that a thread can keep now")
  @Count
  public long toCapacity;

  @Label("Reason")
  @Description("Why it was changed")
  public String reason = "";
}
