// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The threads and the heap, as the JVM tells them. Of a module that a Java may come without. */
final class JvmSource implements Source {

  /** It changes with collections alone, and is not cheap. */
  private static final int READINGS_A_HEAP = 5;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<MemoryPoolMXBean> heap =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();

  private long heapLive = Text.UNKNOWN;
  private int untilHeap;

  private JvmSource() {}

  /** Returns the source, or null on a Java without the module. */
  static @Nullable Source create() {
    try {
      return new JvmSource();
    } catch (LinkageError e) {
      return null;
    }
  }

  @Override
  public String name() {
    return "jvm";
  }

  @Override
  public void read(Reading reading) {
    reading.threads = threads.getThreadCount();
    if (untilHeap-- <= 0) {
      untilHeap = READINGS_A_HEAP - 1;
      heapLive = heapLive();
    }
    reading.heapLive = heapLive;
  }

  private long heapLive() {
    long live = 0;
    boolean isKnown = false;
    for (var pool : heap) {
      var afterCollection = pool.getCollectionUsage();
      if (afterCollection != null) {
        live += afterCollection.getUsed();
        isKnown = true;
      }
    }
    return isKnown ? live : Text.UNKNOWN;
  }
}
