// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * The process and the machine, as the JDK tells them where nobody else does. Of a module that a
 * Java may come without.
 */
final class PlatformSource implements Source {

  private final OperatingSystemMXBean system;

  private PlatformSource(OperatingSystemMXBean system) {
    this.system = system;
  }

  /** Returns the source, or null on a Java without the module. */
  static @Nullable Source create() {
    try {
      return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
          ? new PlatformSource(system)
          : null;
    } catch (LinkageError e) {
      return null;
    }
  }

  @Override
  public String name() {
    return "jdk";
  }

  @Override
  public void read(Reading reading) {
    if (reading.processCpuNanos < 0) {
      reading.processCpuNanos = system.getProcessCpuTime();
    }
    if (reading.machineTicks < 0) {
      reading.machineLoad = system.getCpuLoad();
    }
    if (reading.memoryTotal < 0) {
      reading.memoryTotal = system.getTotalMemorySize();
    }
    if (reading.memoryFree < 0) {
      reading.memoryFree = system.getFreeMemorySize();
    }
  }
}
