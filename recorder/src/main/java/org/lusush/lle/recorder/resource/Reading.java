// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

/** What the sources told at one moment; -1 where none did. Used again, and not thread-safe. */
final class Reading {
  long nanos;
  long processCpuNanos;

  /** As a share of all processors, where the source has no times; or negative. */
  double machineLoad;

  long machineBusyTicks;
  long machineTicks;
  double quota;
  long throttledNanos;
  long threads;
  long heapLive;
  long resident;
  long peakResident;
  long memoryTotal;
  long memoryFree;
  long memoryLimit;
  long memoryInGroup;
  long diskRead;
  long diskWritten;
  long networkReceived;
  long networkSent;
  Stall cpuStall = Stall.UNKNOWN;
  Stall memoryStall = Stall.UNKNOWN;
  Stall ioStall = Stall.UNKNOWN;

  Reading() {
    clear();
  }

  void clear() {
    processCpuNanos = Text.UNKNOWN;
    machineLoad = Text.UNKNOWN;
    machineBusyTicks = Text.UNKNOWN;
    machineTicks = Text.UNKNOWN;
    quota = Text.UNKNOWN;
    throttledNanos = Text.UNKNOWN;
    threads = Text.UNKNOWN;
    heapLive = Text.UNKNOWN;
    resident = Text.UNKNOWN;
    peakResident = Text.UNKNOWN;
    memoryTotal = Text.UNKNOWN;
    memoryFree = Text.UNKNOWN;
    memoryLimit = Text.UNKNOWN;
    memoryInGroup = Text.UNKNOWN;
    diskRead = Text.UNKNOWN;
    diskWritten = Text.UNKNOWN;
    networkReceived = Text.UNKNOWN;
    networkSent = Text.UNKNOWN;
    cpuStall = Stall.UNKNOWN;
    memoryStall = Stall.UNKNOWN;
    ioStall = Stall.UNKNOWN;
  }
}
