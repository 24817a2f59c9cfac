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
 * The recorder or a cache that does less, or again more, since resources are short. An instant
 * event. Not thread-safe; an object may be used again after its commit.
 */
@Name(EventSchema.Throttle.TYPE)
@Label("Throttle")
@Description("The recorder or a cache that does less, or again more, since resources are short")
@Category("Line Editor")
@StackTrace(false)
public final class ThrottleEvent extends Event {

  @Label("Action")
  @Description("What was changed: monitoring level or prefetch")
  public String action = "";

  @Label("From")
  @Description("Before")
  public String from = "";

  @Label("To")
  @Description("Now")
  public String to = "";

  @Label("Reason")
  @Description("The pressure that it answers")
  public String reason = "";
}
