// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** Processor time and allocated bytes of the calling thread, from the JVM's own counters. */
final class ThreadCosts {

  private static final @Nullable ThreadMXBean BEAN = bean();

  private ThreadCosts() {}

  /** Returns nanoseconds of processor time, or 0 where the JVM does not tell. */
  static long cpuNanos() {
    return BEAN == null ? 0 : Math.max(0, BEAN.getCurrentThreadCpuTime());
  }

  /** Returns bytes allocated since the thread started, or 0 where the JVM does not tell. */
  static long allocatedBytes() {
    return BEAN == null ? 0 : Math.max(0, BEAN.getCurrentThreadAllocatedBytes());
  }

  /** Returns whether the JVM tells. */
  static boolean areKnown() {
    return BEAN != null;
  }

  private static @Nullable ThreadMXBean bean() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
            && bean.isCurrentThreadCpuTimeSupported()
            && bean.isThreadAllocatedMemorySupported()
            && bean.isThreadAllocatedMemoryEnabled()
        ? bean
        : null;
  }
}
