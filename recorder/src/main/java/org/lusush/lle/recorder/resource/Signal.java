// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import static org.lusush.lle.recorder.resource.Resource.CPU;
import static org.lusush.lle.recorder.resource.Resource.HEAP;
import static org.lusush.lle.recorder.resource.Resource.IO;
import static org.lusush.lle.recorder.resource.Resource.MEMORY;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.lusush.lle.events.PressureLevel;

/**
 * What the pressure on a resource is judged by, and from which share on it is of which level.
 *
 * @param resource the resource
 * @param value the share that is judged, or -1 where it is unknown
 * @param source where the share comes from: {@code psi}, {@code cgroup} or {@code jvm}
 * @param low the share from which on it is low
 * @param medium likewise
 * @param high likewise
 * @param critical likewise, {@link #NEVER} where it never is
 */
record Signal(
    Resource resource,
    ToDoubleFunction<ResourceUsage> value,
    Function<ResourceUsage, String> source,
    double low,
    double medium,
    double high,
    double critical) {

  /** Whoever merely waits is served in the end: only what ends in a kill is critical. */
  static final double NEVER = Double.POSITIVE_INFINITY;

  /** Tasks waited for a processor in the last 10 seconds. */
  private static final Signal CPU_STALL =
      new Signal(
          CPU,
          usage -> usage.cpuStall().some(),
          usage -> usage.cpuStall().source(),
          .10,
          .30,
          .60,
          NEVER);

  /** A container's quota was used up. */
  private static final Signal CPU_THROTTLED =
      new Signal(CPU, ResourceUsage::throttledShare, usage -> "cgroup", .05, .20, .50, NEVER);

  /** No processor was idle, where nobody tells who waited. */
  private static final Signal CPU_BUSY =
      new Signal(CPU, Signal::busyWithoutStalls, usage -> "jvm", .80, .90, .97, NEVER);

  /** Tasks waited for pages in the last 10 seconds. */
  private static final Signal MEMORY_STALL =
      new Signal(
          MEMORY,
          usage -> usage.memoryStall().some(),
          usage -> usage.memoryStall().source(),
          .05,
          .15,
          .40,
          NEVER);

  /** The limit, or the end of the RAM, is near. */
  private static final Signal MEMORY_USED =
      new Signal(
          MEMORY, ResourceUsage::memoryUsedShare, Signal::sourceOfMemory, .80, .90, .95, .98);

  /** Tasks waited for storage in the last 10 seconds. */
  private static final Signal IO_STALL =
      new Signal(
          IO,
          usage -> usage.ioStall().some(),
          usage -> usage.ioStall().source(),
          .10,
          .30,
          .60,
          NEVER);

  /** Collections left little room. */
  private static final Signal HEAP_LIVE =
      new Signal(HEAP, ResourceUsage::heapLiveShare, usage -> "jvm", .70, .80, .90, .97);

  /** All there are. */
  static final List<Signal> ALL =
      List.of(CPU_STALL, CPU_THROTTLED, CPU_BUSY, MEMORY_STALL, MEMORY_USED, IO_STALL, HEAP_LIVE);

  double value(ResourceUsage usage) {
    return value.applyAsDouble(usage);
  }

  String source(ResourceUsage usage) {
    return source.apply(usage);
  }

  /** Returns the level of a share by thresholds that are some part of the stated ones. */
  PressureLevel level(double share, double part) {
    if (share >= part * critical) {
      return PressureLevel.CRITICAL;
    }
    if (share >= part * high) {
      return PressureLevel.HIGH;
    }
    if (share >= part * medium) {
      return PressureLevel.MEDIUM;
    }
    return share >= part * low ? PressureLevel.LOW : PressureLevel.NONE;
  }

  private static double busyWithoutStalls(ResourceUsage usage) {
    return usage.cpuStall().isKnown() ? Text.UNKNOWN : usage.machineCpu();
  }

  private static String sourceOfMemory(ResourceUsage usage) {
    return usage.memoryLimit() >= 0 && usage.memoryLimit() < usage.memoryTotal() ? "cgroup" : "jvm";
  }
}
