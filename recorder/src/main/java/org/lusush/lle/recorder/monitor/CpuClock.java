// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

/**
 * Processor time of the calling thread, once a recording runs: the first look at it takes tens of
 * milliseconds, which no key may pay.
 */
final class CpuClock {

  /** What there is before the first recording, and where the JVM does not tell. */
  static final long UNKNOWN = -1;

  private static volatile boolean loaded;

  private CpuClock() {}

  /** Takes the first look. */
  static void load() {
    try {
      loaded = ThreadCosts.areKnown() && ThreadCosts.cpuNanos() > 0;
    } catch (LinkageError e) {
      loaded = false; // a Java without its management module: processor time stays unknown
    }
  }

  /** Returns nanoseconds of processor time, or {@link #UNKNOWN}. */
  static long nanos() {
    return loaded ? ThreadCosts.cpuNanos() : UNKNOWN;
  }
}
