// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.target;

import org.lusush.lle.events.TargetState;

/** Which of the last windows met a target. Not thread-safe. */
final class Achievement {

  /** An hour of windows of ten seconds. */
  static final int KEPT = 360;

  private final TargetState[] states = new TargetState[KEPT];
  private int at;
  private int kept;
  private long metEver;
  private long knownEver;

  void add(TargetState state) {
    states[at] = state;
    at = (at + 1) % KEPT;
    kept = Math.min(KEPT, kept + 1);
    if (state != TargetState.UNKNOWN) {
      knownEver++;
      metEver += isMet(state) ? 1 : 0;
    }
  }

  int known() {
    return count(false);
  }

  double share() {
    int known = known();
    return known == 0 ? Double.NaN : (double) count(true) / known;
  }

  double shareEver() {
    return knownEver == 0 ? Double.NaN : (double) metEver / knownEver;
  }

  long metEver() {
    return metEver;
  }

  long knownEver() {
    return knownEver;
  }

  private int count(boolean onlyMet) {
    int count = 0;
    for (int i = 0; i < kept; i++) {
      boolean isCounted = onlyMet ? isMet(states[i]) : states[i] != TargetState.UNKNOWN;
      count += isCounted ? 1 : 0;
    }
    return count;
  }

  static boolean isMet(TargetState state) {
    return state == TargetState.MET || state == TargetState.WARNING;
  }
}
