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
 * One value worked out before it was asked for, since what was asked for last is often followed by
 * it. Not thread-safe; an object may be used again after its commit.
 */
@Name(EventSchema.CachePrefetch.TYPE)
@Label("Cache Prefetch")
@Description(
    "One value worked out before it was asked for, since what was asked for last is often followed by it")
@Category("Line Editor")
@StackTrace(false)
public final class CachePrefetchEvent extends Event {

  @Label("Cache")
  @Description("Name of the cache")
  public String cache = "";

  @Label("Result")
  @Description("How it ended: success, or error where the loader failed")
  public String result = "";
}
