// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static java.util.Objects.requireNonNull;

/**
 * What a tuner would change, and why. Changes nothing.
 *
 * @param tuner name of the tuner
 * @param knob what to change
 * @param to the value that it should have
 * @param reason the evidence, in a sentence; never anything that someone typed
 * @param gain what the change is worth a second, in the unit of the tuners that compete for the
 *     same knob or budget, such as lookups that become hits; 0 or less for a change that only saves
 * @param evidence what it is held to
 */
public record Advice(
    String tuner, Knob knob, double to, String reason, double gain, Evidence evidence) {
  public Advice {
    requireNonNull(tuner, "tuner");
    requireNonNull(knob, "knob");
    requireNonNull(reason, "reason");
    requireNonNull(evidence, "evidence");
  }

  /** Whether it gives something back rather than makes something better. */
  boolean saves() {
    return gain <= 0;
  }

  /** Whether the value is a number that the knob takes. */
  boolean isInBounds() {
    return to >= knob.minimum() && to <= knob.maximum();
  }
}
