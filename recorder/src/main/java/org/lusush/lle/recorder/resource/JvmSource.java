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

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<MemoryPoolMXBean> heap =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();

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
    long live = 0;
    boolean isKnown = false;
    for (var pool : heap) {
      var afterCollection = pool.getCollectionUsage();
      if (afterCollection != null) {
        live += afterCollection.getUsed();
        isKnown = true;
      }
    }
    reading.heapLive = isKnown ? live : Text.UNKNOWN;
  }
}
