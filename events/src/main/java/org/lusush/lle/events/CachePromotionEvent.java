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
 * One value copied to a nearer tier of a cache since it was asked for. An instant event. Not
 * thread-safe; an object may be used again after its commit.
 */
@Name(EventSchema.CachePromotion.TYPE)
@Label("Cache Promotion")
@Description("One value copied to a nearer tier of a cache since it was asked for")
@Category("Line Editor")
@StackTrace(false)
public final class CachePromotionEvent extends Event {

  @Label("Cache")
  @Description("Name of the cache")
  public String cache = "";

  @Label("From")
  @Description("Tier that had the value")
  public String fromTier = "";

  @Label("To")
  @Description("Nearest tier that has it now")
  public String toTier = "";

  @Label("Keystroke")
  @Description("Number of the keystroke that it worked for, or 0 for none")
  @Identifier
  public long keystrokeId;
}
