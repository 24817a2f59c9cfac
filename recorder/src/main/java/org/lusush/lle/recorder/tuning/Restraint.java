// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps knobs from swinging: advice that was rolled back waits, and what was just made better is
 * not saved at again at once; each time that it happens, twice as long.
 */
final class Restraint {

  private static final int MOST_DOUBLINGS = 20;

  /** After so many times its wait without a change, a knob counts as calm again. */
  private static final int CALM = 8;

  private final TuningSettings settings;
  private final Map<Direction, BackOff> backOffs = new HashMap<>();
  private final Map<KnobName, Swing> swings = new HashMap<>();

  private record Direction(String tuner, KnobName knob, boolean up) {
    static Direction of(Advice advice, double from) {
      return new Direction(advice.tuner(), KnobName.of(advice.knob()), advice.to() > from);
    }
  }

  private record BackOff(int times, long untilNanos) {}

  private static final class Swing {
    long lastNanos;
    boolean isSaving;
    int swings;
  }

  Restraint(TuningSettings settings) {
    this.settings = settings;
  }

  /** Returns why advice has to wait, or null where it has not. */
  @Nullable String objection(Advice advice, long nowNanos) {
    var backOff = backOffs.get(Direction.of(advice, advice.knob().value()));
    if (backOff != null && nowNanos < backOff.untilNanos()) {
      return "was rolled back before, and waits";
    }
    var swing = swings.get(KnobName.of(advice.knob()));
    if (swing != null && advice.saves() && !swing.isSaving) {
      long calm = nowNanos - swing.lastNanos;
      if (calm < waitNanos(swing)) {
        return "was made better a short while ago, and waits";
      }
    }
    return null;
  }

  /** Notes a change that was made. */
  void taken(Advice advice, long nowNanos) {
    var swing = swings.computeIfAbsent(KnobName.of(advice.knob()), name -> new Swing());
    if (nowNanos - swing.lastNanos > CALM * waitNanos(swing)) {
      swing.swings = 0;
    }
    if (swing.isSaving && !advice.saves()) {
      swing.swings = Math.min(MOST_DOUBLINGS, swing.swings + 1);
    }
    swing.isSaving = advice.saves();
    swing.lastNanos = nowNanos;
  }

  /** Notes a change that made things worse. */
  void rolledBack(Advice advice, double from, long nowNanos) {
    backOffs.merge(
        Direction.of(advice, from),
        new BackOff(1, nowNanos + settings.backOff().toNanos()),
        (old, first) -> longer(old, nowNanos));
  }

  /** Notes a change that held. */
  void kept(Advice advice, double from) {
    backOffs.remove(Direction.of(advice, from));
  }

  private BackOff longer(BackOff old, long nowNanos) {
    long wait = doubled(settings.backOff().toNanos(), old.times());
    return new BackOff(Math.min(MOST_DOUBLINGS, old.times() + 1), nowNanos + wait);
  }

  private long waitNanos(Swing swing) {
    return doubled(settings.reversal().toNanos(), swing.swings);
  }

  private long doubled(long nanos, int times) {
    long longest = settings.longestBackOff().toNanos();
    return nanos > longest >> times ? longest : nanos << times;
  }
}
