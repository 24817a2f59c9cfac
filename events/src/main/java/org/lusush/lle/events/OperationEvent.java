// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.SettingDefinition;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.lusush.lle.events.schema.EventSchema;

/** One operation of the editor. Not thread-safe; an object may be used again after its commit. */
@Name(EventSchema.Operation.TYPE)
@Label("Operation")
@Description("One operation of the line editor, from its start to its end")
@Category("Line Editor")
@StackTrace(false)
public final class OperationEvent extends Event {

  @Label("Operation")
  @Description("Type of the operation, such as completion search")
  public String operation = "";

  @Label("Component")
  @Description("Part of the editor that the operation belongs to")
  public String component = "";

  @Label("Name")
  @Description(
      "Editor command, class or custom name that tells operations of one type apart, or empty")
  public String name = "";

  @Label("Result")
  @Description("How the operation ended: success, warning, error, timeout or cancelled")
  public String result = "";

  @Label("Keystroke")
  @Description("Number of the keystroke that the operation worked for, or 0 for none")
  @Identifier
  public long keystrokeId;

  @Label("Self Time")
  @Description("Duration without the operations nested in this one on the same thread")
  @Timespan(Timespan.NANOSECONDS)
  public long selfTime;

  @Label("Context Size")
  @Description(
      "What the operation worked on: characters of the buffer, candidates or entries, by the type of operation")
  @Count
  public int contextSize;

  /**
   * Returns whether a recording wants the operations of this one's component. The only setting of
   * this event: JDK 17 mixes the settings of an event with several up.
   */
  @SettingDefinition
  @Name("components")
  @Label("Components")
  @Description(
      "Components whose operations are recorded: * or their names with commas between them")
  boolean isOfWantedComponent(ComponentSetting setting) {
    return setting.accepts(component);
  }
}
