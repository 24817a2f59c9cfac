// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.lusush.lle.events.schema.EventSchema;

/** What measuring cost, measured. Not thread-safe. */
@Name(EventSchema.ProfilerOverhead.TYPE)
@Label("Profiler Overhead")
@Description("What the profiler of the recorder has cost so far, measured and not estimated")
@Category("Line Editor")
@StackTrace(false)
@Period("10 s")
public final class ProfilerOverheadEvent extends Event {

  @Label("Mode")
  @Description("Mode of the profiler: off, sampling, instrumentation or hybrid")
  public String mode = "";

  @Label("Sampling Rate")
  @Description("One operation in how many is profiled; 1 for every one")
  @Count
  public int samplingRate;

  @Label("Profiled")
  @Description("Operations profiled since the recorder started")
  @Count
  public long profiled;

  @Label("Overhead Each")
  @Description("What profiling one operation cost on average")
  @Timespan(Timespan.NANOSECONDS)
  public long overheadEach;

  @Label("Overhead")
  @Description("What profiling cost in all")
  @Timespan(Timespan.NANOSECONDS)
  public long overhead;

  @Label("Share")
  @Description("Overhead as a share of the time in the profiled operations")
  @Percentage
  public double share;
}
