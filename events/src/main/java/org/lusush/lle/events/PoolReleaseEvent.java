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
 * One object given back to a pool of the line editor. An instant event. Not thread-safe; an object
 * may be used again after its commit.
 */
@Name(EventSchema.PoolRelease.TYPE)
@Label("Pool Release")
@Description("One object given back to a pool of the line editor")
@Category("Line Editor")
@StackTrace(false)
public final class PoolReleaseEvent extends Event {

  @Label("Pool")
  @Description("Name of the pool")
  public String pool = "";

  @Label("Kind")
  @Description("What the pool holds: primary, event, cache or buffer")
  public String kind = "";

  @Label("Kept")
  @Description(
      "Whether the pool kept the object; if not, it was full and left it to the garbage collector")
  @BooleanFlag
  public boolean kept;

  @Label("Size")
  @Description("Bytes that the object holds, as the owner of the pool states them")
  @DataAmount
  public long size;

  @Label("Keystroke")
  @Description("Number of the keystroke that it worked for, or 0 for none")
  @Identifier
  public long keystrokeId;
}
