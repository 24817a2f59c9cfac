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
 * One order to a cache to forget entries, in all of its tiers. Not thread-safe; an object may be
 * used again after its commit.
 */
@Name(EventSchema.CacheInvalidation.TYPE)
@Label("Cache Invalidation")
@Description("One order to a cache to forget entries, in all of its tiers")
@Category("Line Editor")
@StackTrace(false)
public final class CacheInvalidationEvent extends Event {

  @Label("Cache")
  @Description("Name of the cache")
  public String cache = "";

  @Label("Scope")
  @Description("What was to be forgotten: key, predicate or all")
  public String scope = "";

  @Label("Entries")
  @Description(
      "How many entries the cache held of them, counted once whatever their tiers, or -1 where it did not count")
  @Count
  public long entries;

  @Label("Keystroke")
  @Description("Number of the keystroke that it worked for, or 0 for none")
  @Identifier
  public long keystrokeId;
}
