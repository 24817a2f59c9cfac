// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Frequency;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.lusush.lle.events.schema.EventSchema;

/**
 * Everything measured of one type of operation since the recorder started. Not thread-safe; an
 * object may be used again after its commit.
 */
@Name(EventSchema.OperationStatistics.TYPE)
@Label("Operation Statistics")
@Description(
    "Everything measured of one type of operation since the recorder started, whatever the recording kept of the single events")
@Category("Line Editor")
@StackTrace(false)
@Period("1 s")
public final class OperationStatisticsEvent extends Event {

  @Label("Operation")
  @Description("Type of the operation")
  public String operation = "";

  @Label("Component")
  @Description("Part of the editor that the type of operation belongs to")
  public String component = "";

  @Label("Count")
  @Description("Operations completed since the recorder started")
  @Count
  public long count;

  @Label("Errors")
  @Description("Of these, how many ended in error or timeout")
  @Count
  public long errors;

  @Label("Total Time")
  @Description("Sum of all durations since the recorder started")
  @Timespan(Timespan.NANOSECONDS)
  public long totalTime;

  @Label("Minimum")
  @Description(
      "Shortest duration since the recorder started, within the precision of the histogram")
  @Timespan(Timespan.NANOSECONDS)
  public long minimum;

  @Label("Mean")
  @Description("Total time by count")
  @Timespan(Timespan.NANOSECONDS)
  public long mean;

  @Label("Median")
  @Description("50th percentile of the durations, within the precision of the histogram")
  @Timespan(Timespan.NANOSECONDS)
  public long median;

  @Label("95th Percentile")
  @Description("95th percentile of the durations, within the precision of the histogram")
  @Timespan(Timespan.NANOSECONDS)
  public long p95;

  @Label("99th Percentile")
  @Description("99th percentile of the durations, within the precision of the histogram")
  @Timespan(Timespan.NANOSECONDS)
  public long p99;

  @Label("99.9th Percentile")
  @Description("99.9th percentile of the durations, within the precision of the histogram")
  @Timespan(Timespan.NANOSECONDS)
  public long p999;

  @Label("Maximum")
  @Description("Longest duration since the recorder started, within the precision of the histogram")
  @Timespan(Timespan.NANOSECONDS)
  public long maximum;

  @Label("Standard Deviation")
  @Description("Standard deviation of the durations")
  @Timespan(Timespan.NANOSECONDS)
  public long standardDeviation;

  @Label("Calls")
  @Description(
      "Operations since the recorder started that ended, or were given up because their end never came")
  @Count
  public long calls;

  @Label("Rate")
  @Description("Operations ended a second, over the last 60 seconds")
  @Frequency
  public double rate;

  @Label("Reliability")
  @Description("Share of the operations that did not end in error or timeout")
  @Percentage
  public double reliability;

  @Label("Consecutive Successes")
  @Description("Operations since the last that ended in error or timeout")
  @Count
  public long consecutiveSuccesses;

  @Label("Trend")
  @Description(
      "Where the mean duration is heading over the last 60 seconds: unknown, stable, improving, degrading or volatile")
  public String trend = "";
}
