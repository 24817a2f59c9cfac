// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.BooleanFlag;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.lusush.lle.events.schema.EventSchema;

/**
 * One lookup in a cache of the editor. Not thread-safe; an object may be used again after its
 * commit.
 */
@Name(EventSchema.CacheLookup.TYPE)
@Label("Cache Lookup")
@Description("One lookup in a cache of the line editor")
@Category("Line Editor")
@StackTrace(false)
public final class CacheLookupEvent extends Event {

  @Label("Cache")
  @Description("Name of the cache")
  public String cache = "";

  @Label("Tier")
  @Description("Tier that had the entry: L1, L2 or L3, or none")
  public String tier = "";

  @Label("Hit")
  @Description("Whether any tier had the entry")
  @BooleanFlag
  public boolean hit;

  @Label("Keystroke")
  @Description("Number of the keystroke that the lookup worked for, or 0 for none")
  @Identifier
  public long keystrokeId;
}
