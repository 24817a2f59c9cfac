// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

/**
 * What the metric of some advice would have done without the change: the workload changes too, and
 * a change is not to be blamed for that.
 */
@FunctionalInterface
public interface Control {

  /** Knows nothing, so takes the workload to be the same. */
  Control NONE = () -> 0;

  /**
   * Returns by how much the metric would have moved since the advice was given, had the knob been
   * left alone; 0 where that is not known.
   */
  double drift();
}
