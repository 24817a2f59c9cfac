// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.target;

import static java.util.Objects.requireNonNull;

import org.lusush.lle.events.TargetState;

/**
 * How well a target is met.
 *
 * @param target as it is now, tightened or not
 * @param tightened whether evidence has tightened it
 * @param figure of the last window, or NaN where there was none
 * @param samples that it rests on
 * @param state of the last window
 * @param achieved share of the windows of the last hour or so that met it, a warning being met; of
 *     those that could say, or NaN where none could
 * @param known how many could
 * @param achievedEver the same since the start
 */
public record TargetStatus(
    Target target,
    boolean tightened,
    double figure,
    long samples,
    TargetState state,
    double achieved,
    int known,
    double achievedEver) {
  public TargetStatus {
    requireNonNull(target, "target");
    requireNonNull(state, "state");
  }
}
