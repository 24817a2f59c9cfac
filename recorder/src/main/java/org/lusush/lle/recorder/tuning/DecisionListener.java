// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

/** Is told every step of tuning, on the coordinator's thread. What it throws is counted. */
@FunctionalInterface
public interface DecisionListener {

  /** Tells nobody. */
  DecisionListener NONE = decision -> {};

  /** Takes a step in. */
  void decided(Decision decision);

  /** Returns a listener that writes {@code lle.TuningDecision} events while something records. */
  static DecisionListener events() {
    return new DecisionEvents();
  }
}
