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
 * One value put into a cache of the line editor. Not thread-safe; an object may be used again after
 * its commit.
 */
@Name(EventSchema.CacheInsert.TYPE)
@Label("Cache Insert")
@Description("One value put into a cache of the line editor")
@Category("Line Editor")
@StackTrace(false)
public final class CacheInsertEvent extends Event {

  @Label("Cache")
  @Description("Name of the cache")
  public String cache = "";

  @Label("Tier")
  @Description(
      "Farthest tier that took the value: L1, L2 or L3, or none where it was too large for all")
  public String tier = "";

  @Label("Size")
  @Description("Bytes of the value, as the owner of the cache states them, or 0 where it does not")
  @DataAmount
  public long size;

  @Label("Keystroke")
  @Description("Number of the keystroke that it worked for, or 0 for none")
  @Identifier
  public long keystrokeId;
}
