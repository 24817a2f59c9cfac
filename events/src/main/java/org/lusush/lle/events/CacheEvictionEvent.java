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
 * One entry that a tier of a cache gave up to stay within its limits. An instant event. Not
 * thread-safe; an object may be used again after its commit.
 */
@Name(EventSchema.CacheEviction.TYPE)
@Label("Cache Eviction")
@Description("One entry that a tier of a cache gave up to stay within its limits")
@Category("Line Editor")
@StackTrace(false)
public final class CacheEvictionEvent extends Event {

  @Label("Cache")
  @Description("Name of the cache")
  public String cache = "";

  @Label("Tier")
  @Description("Tier that gave the entry up: L2 or L3")
  public String tier = "";

  @Label("Reason")
  @Description("Why: size or expired")
  public String reason = "";

  @Label("Size")
  @Description("Bytes of the value, as the owner of the cache states them, or 0 where it does not")
  @DataAmount
  public long size;
}
