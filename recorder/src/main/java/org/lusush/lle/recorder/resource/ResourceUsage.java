// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import static java.util.Objects.requireNonNull;

/**
 * What the process and its machine use, at one moment. Sizes are in bytes, shares from 0 to 1;
 * whatever nobody tells is -1.
 *
 * @param nanos when, on the monitor's clock
 * @param processCpu processor time of the process since the sample before, as a share of the
 *     processors that it may use; Linux and the JDK tell it in steps of 10 ms
 * @param machineCpu processor time of the machine since then, as a share of its processors
 * @param processors processors that the process may use, limits of its container included
 * @param throttledNanos how long the limits of its container have held it up so far
 * @param throttledShare the same since the sample before, as a share of that time
 * @param threads live threads of the JVM; those of the process where the JVM does not tell
 * @param heapUsed heap in use, garbage included
 * @param heapLive heap in use after the last collection of each part of it
 * @param heapMaximum heap that the JVM may use at most
 * @param resident memory of the process that is in RAM
 * @param peakResident the most of it so far
 * @param memoryLimit what the process may use, by the tightest limit of its containers; -1 for none
 * @param memoryTotal RAM of the machine
 * @param memoryAvailable what is left until that limit or the end of the RAM
 * @param diskRead bytes that the process caused to be read from storage so far
 * @param diskWritten bytes that it caused to be written so far
 * @param networkReceived bytes received by all interfaces but loopback, by whatever process
 * @param networkSent bytes sent likewise
 * @param cpuStall time lost waiting for processors
 * @param memoryStall time lost waiting for memory
 * @param ioStall time lost waiting for storage
 * @param source where the figures come from, such as {@code procfs, cgroup v2, jvm}
 */
public record ResourceUsage(
    long nanos,
    double processCpu,
    double machineCpu,
    double processors,
    long throttledNanos,
    double throttledShare,
    long threads,
    long heapUsed,
    long heapLive,
    long heapMaximum,
    long resident,
    long peakResident,
    long memoryLimit,
    long memoryTotal,
    long memoryAvailable,
    long diskRead,
    long diskWritten,
    long networkReceived,
    long networkSent,
    Stall cpuStall,
    Stall memoryStall,
    Stall ioStall,
    String source) {
  public ResourceUsage {
    requireNonNull(cpuStall, "cpuStall");
    requireNonNull(memoryStall, "memoryStall");
    requireNonNull(ioStall, "ioStall");
    requireNonNull(source, "source");
  }

  /** Returns the share of the memory that the process may use and cannot get any more, or -1. */
  public double memoryUsedShare() {
    long all = memoryLimit >= 0 && memoryLimit < memoryTotal ? memoryLimit : memoryTotal;
    return all <= 0 || memoryAvailable < 0
        ? Text.UNKNOWN
        : Math.min(1, Math.max(0, 1 - (double) memoryAvailable / all));
  }

  /** Returns the share of the largest heap that is in use after collections, or -1. */
  public double heapLiveShare() {
    return heapLive < 0 || heapMaximum <= 0
        ? Text.UNKNOWN
        : Math.min(1, (double) heapLive / heapMaximum);
  }
}
