// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.lusush.lle.events.schema.EventSchema;

/** The durations of one type of operation in one interval, all of them. Not thread-safe. */
@Name(EventSchema.LatencyHistogram.TYPE)
@Label("Latency Histogram")
@Description(
    "The durations of one type of operation in one interval, all of them, whatever the recording kept of the single events")
@Category("Line Editor")
@StackTrace(false)
@Period("1 s")
public final class LatencyHistogramEvent extends Event {

  @Label("Operation")
  @Description("Type of the operation, or keystroke for the whole of a keystroke")
  public String operation = "";

  @Label("Component")
  @Description("Part of the editor that the type of operation belongs to")
  public String component = "";

  @Label("Interval")
  @Description("Time since the histogram before this one, or since the recorder started")
  @Timespan(Timespan.NANOSECONDS)
  public long interval;

  @Label("Count")
  @Description("Operations that ended in the interval")
  @Count
  public long count;

  @Label("Errors")
  @Description("Of these, how many ended in error or timeout")
  @Count
  public long errors;

  @Label("Total Time")
  @Description("Sum of their durations")
  @Timespan(Timespan.NANOSECONDS)
  public long totalTime;

  @Label("Self Time")
  @Description("Sum of their durations without the operations nested in them")
  @Timespan(Timespan.NANOSECONDS)
  public long selfTime;

  @Label("Histogram")
  @Description(
      "The durations in nanoseconds as an HdrHistogram of two significant digits, V2 compressed encoding, in base64")
  public String histogram = "";
}
