// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.BooleanFlag;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.lusush.lle.events.schema.EventSchema;

/**
 * A key from its hand-over by the terminal to the paint that answers it. Not thread-safe; an object
 * may be used again after its commit.
 */
@Name(EventSchema.Keystroke.TYPE)
@Label("Keystroke")
@Description(
    "A key, from the moment the terminal handed it over to the flush of the redraw that answers it")
@Category("Line Editor")
@StackTrace(false)
public final class KeystrokeEvent extends Event {

  @Label("Keystroke")
  @Description("Number of the keystroke in this process, from 1; the operations inside it carry it")
  @Identifier
  public long keystrokeId;

  @Label("Kind")
  @Description(
      "What sort of key: character, control, escape sequence or paste; never the key itself")
  public String kind = "";

  @Label("Widget")
  @Description("Name of the editor command that the key was bound to, or empty when none ran")
  public String widget = "";

  @Label("Result")
  @Description("How the editor command ended: success, warning, error, timeout or cancelled")
  public String result = "";

  @Label("Input Time")
  @Description(
      "From the hand-over of the key until the editor command started: decoding and binding lookup")
  @Timespan(Timespan.NANOSECONDS)
  public long inputTime;

  @Label("Edit Time")
  @Description("Time inside the editor command")
  @Timespan(Timespan.NANOSECONDS)
  public long editTime;

  @Label("Paint Time")
  @Description(
      "From the end of the editor command to the last flush: highlighting, layout and output")
  @Timespan(Timespan.NANOSECONDS)
  public long paintTime;

  @Label("Waited")
  @Description(
      "Whether the editor was waiting when the key came; if not, the key had queued and its latency"
          + " began earlier")
  @BooleanFlag
  public boolean waited;

  @Label("Characters")
  @Description("How many characters the terminal handed over for this key")
  @Count
  public int characters;

  @Label("Buffer Length")
  @Description("Characters in the edit buffer after the key")
  @Count
  public int bufferLength;

  @Label("Paints")
  @Description("How many flushes answered the key")
  @Count
  public int paints;

  @Label("CPU Time")
  @Description(
      "Processor time that the thread had from the key to the last flush, or -1 where unknown")
  @Timespan(Timespan.NANOSECONDS)
  public long cpuTime = -1;
}
