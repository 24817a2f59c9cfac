// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The operation that is measured: a step through an array, of about a nanosecond.
 *
 * <p>It also counts itself, and the processor time of its thread, which JMH's own figures do not
 * tell from that of whatever else the machine does.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Work {

  private static final int SIZE = 1024;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final int[] cells = new int[SIZE];
  private long index;
  private long indexBefore;
  private long cpuBefore;

  /** Steps of an iteration. */
  public long steps;

  /** Processor time of an iteration. */
  public long cpuNanos;

  @Setup(Level.Iteration)
  public void startIteration() {
    indexBefore = index;
    cpuBefore = threads.getCurrentThreadCpuTime();
  }

  @TearDown(Level.Iteration)
  public void endIteration() {
    cpuNanos = threads.getCurrentThreadCpuTime() - cpuBefore;
    steps = index - indexBefore;
  }

  /** Does it. */
  int step() {
    int cell = (int) ++index & (SIZE - 1);
    cells[cell] += cell;
    return cells[cell];
  }
}
