// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.target;

/** What can be held to a target, and in which unit. */
public enum TargetKind {
  /** Mean duration of an operation, in nanoseconds. */
  RESPONSE("response", false),
  /** 99th percentile of the latency from key to paint, in nanoseconds. */
  KEYSTROKE("keystroke", false),
  /**
   * Operations that could be done a second: their number by the time spent in them. How many were
   * done depends on who types.
   */
  THROUGHPUT("throughput", true),
  /** Processor time of the process by time, so 1 is one core. */
  CPU("cpu", false),
  /** Bytes that the recorder keeps. */
  MEMORY("memory", false),
  /** Share of cache lookups that hit. */
  HIT_RATE("hit rate", true),
  /** Share of operations that ended in error. */
  ERROR_RATE("error rate", false),
  /** Share of operations that allocated nothing. */
  ZERO_ALLOCATION("zero allocation", true);

  private final String label;
  private final boolean higherIsBetter;

  TargetKind(String label, boolean higherIsBetter) {
    this.label = label;
    this.higherIsBetter = higherIsBetter;
  }

  /** Returns the name as it stands in events and reports. */
  public String label() {
    return label;
  }

  /** Returns whether a figure is to stay over its limit rather than under it. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** Whether one figure is as good as another, or better. */
  boolean isAsGood(double figure, double than) {
    return higherIsBetter ? figure >= than : figure <= than;
  }
}
