// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.target;

import org.lusush.lle.events.TargetState;

/** One target, what it was met by, and the evidence for another limit. Not thread-safe. */
final class HeldTarget {

  private final Target stated;
  private final double[] figures;
  private final Achievement achievement = new Achievement();
  private Target target;
  private int count;
  private int missed;
  private TargetReading last;

  /**
   * Makes one that nothing was held to yet.
   *
   * @param stated as it is stated; it never becomes looser
   * @param windows how many windows are evidence
   */
  HeldTarget(Target stated, int windows) {
    this.stated = stated;
    target = stated;
    figures = new double[windows];
    last = new TargetReading(stated.kind(), Double.NaN, 0);
  }

  Target stated() {
    return stated;
  }

  Target target() {
    return target;
  }

  Achievement achievement() {
    return achievement;
  }

  void read(TargetReading reading) {
    last = reading;
    var state = state();
    achievement.add(state);
    if (state != TargetState.UNKNOWN) {
      figures[count++ % figures.length] = reading.figure();
      missed = Achievement.isMet(state) ? 0 : missed + 1;
    }
  }

  /**
   * Takes another limit, as tight as the stated one or tighter; what was evidence is so no more.
   */
  void limit(double limit) {
    target = stated.tightenedTo(limit);
    count = 0;
    missed = 0;
  }

  boolean isTightened() {
    return Double.compare(target.limit(), stated.limit()) != 0;
  }

  boolean isEvidenceFull() {
    return count >= figures.length;
  }

  /** Returns how many windows in a row missed it, of those that could say. */
  int missed() {
    return missed;
  }

  /** Returns the worst of the figures that are evidence. */
  double worst() {
    double worst = figures[0];
    for (double figure : figures) {
      worst = stated.kind().isAsGood(figure, worst) ? worst : figure;
    }
    return worst;
  }

  TargetStatus status() {
    return new TargetStatus(
        target,
        isTightened(),
        last.figure(),
        last.samples(),
        state(),
        achievement.share(),
        achievement.known(),
        achievement.shareEver());
  }

  private TargetState state() {
    return target.stateOf(last.figure(), last.samples());
  }
}
