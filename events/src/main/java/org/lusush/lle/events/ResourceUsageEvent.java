// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.lusush.lle.events.schema.EventSchema;

/**
 * What the process and its machine use. Not thread-safe; an object may be used again after its
 * commit.
 */
@Name(EventSchema.ResourceUsage.TYPE)
@Label("Resource Usage")
@Description("What the process and its machine use")
@Category("Line Editor")
@StackTrace(false)
@Period("1 s")
public final class ResourceUsageEvent extends Event {

  @Label("Process CPU")
  @Description(
      "Processor time of the process since the last time, as a share of the processors that it may use, or -1 where unknown")
  @Percentage
  public double processCpu;

  @Label("Machine CPU")
  @Description(
      "Processor time of the machine since the last time, as a share of its processors, or -1 where unknown")
  @Percentage
  public double machineCpu;

  @Label("Processors")
  @Description("Processors that the process may use, limits of its container included")
  @Figure
  public double processors;

  @Label("Throttled Time")
  @Description(
      "Time that the limits of its container held the process up since it started, or -1 where unknown")
  @Timespan(Timespan.NANOSECONDS)
  public long throttledTime;

  @Label("Threads")
  @Description("Live threads of the JVM")
  @Count
  public long threads;

  @Label("Heap Used")
  @Description("Heap in use")
  @DataAmount
  public long heapUsed;

  @Label("Heap Maximum")
  @Description("Heap that the JVM may use at most")
  @DataAmount
  public long heapMaximum;

  @Label("Resident")
  @Description("Memory of the process that is in RAM, or -1 where unknown")
  @DataAmount
  public long resident;

  @Label("Peak Resident")
  @Description("The most of it so far, or -1 where unknown")
  @DataAmount
  public long peakResident;

  @Label("Memory Limit")
  @Description(
      "What the process may use, limits of its container included, or -1 for no limit known")
  @DataAmount
  public long memoryLimit;

  @Label("Memory Available")
  @Description("What is left until that limit or the end of the RAM, or -1 where unknown")
  @DataAmount
  public long memoryAvailable;

  @Label("Disk Read")
  @Description(
      "Bytes that the process caused to be read from storage since it started, or -1 where unknown")
  @DataAmount
  public long diskRead;

  @Label("Disk Written")
  @Description(
      "Bytes that the process caused to be written to storage since it started, or -1 where unknown")
  @DataAmount
  public long diskWritten;

  @Label("Network Received")
  @Description(
      "Bytes received by all interfaces of the network namespace since they are up, loopback aside, or -1 where unknown")
  @DataAmount
  public long networkReceived;

  @Label("Network Sent")
  @Description("Bytes sent likewise, or -1 where unknown")
  @DataAmount
  public long networkSent;

  @Label("Source")
  @Description("Where the figures come from: procfs and cgroup version, or the JVM")
  public String source = "";
}
