// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.lusush.lle.recorder.monitor.Measuring;

/**
 * What a cache has to do now and then: take note of what was asked for, and evict.
 *
 * <p>A thread that answers a key does that itself, in some microseconds. To wake another for it
 * takes longer, by far where the machine is a virtual one with an idle processor. Elsewhere it is
 * done in the common pool.
 */
final class Maintenance implements Executor {

  private final Measuring monitor;

  Maintenance(Measuring monitor) {
    this.monitor = monitor;
  }

  @Override
  public void execute(Runnable task) {
    if (monitor.keystrokeId() != 0) {
      task.run();
    } else {
      ForkJoinPool.commonPool().execute(task);
    }
  }
}
