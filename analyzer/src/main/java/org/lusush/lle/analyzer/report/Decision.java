// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lusush.lle.analyzer.model.upkeep.TuningStep;
import org.lusush.lle.events.TuningOutcome;

/**
 * A decision of tuning: when it was taken, and its last step.
 *
 * @param startNanos since the epoch
 */
public record Decision(long startNanos, TuningStep last) {

  /** What the steps of one decision have in common. */
  private record Key(long decision, String subject, String parameter) {}

  /** Returns the decisions that these steps belong to, in the order they were taken. */
  public static List<Decision> of(List<TuningStep> steps) {
    Map<Key, Decision> byKey = new LinkedHashMap<>();
    for (TuningStep step : steps) {
      var key = new Key(step.decision(), step.subject(), step.parameter());
      byKey.merge(key, new Decision(step.epochNanos(), step), Decision::followedBy);
    }
    return List.copyOf(byKey.values());
  }

  private Decision followedBy(Decision later) {
    return new Decision(startNanos, later.last);
  }

  /** Returns whether it was taken back, since it made things worse. */
  public boolean isRolledBack() {
    return last.outcome().equals(TuningOutcome.ROLLED_BACK.label());
  }

  /** Returns what it did to the figure that it was taken for, as a clause. */
  public String effect() {
    String text =
        "%s %s before, %s predicted"
            .formatted(
                last.metric(),
                Figures.text(last.metric(), last.before()),
                Figures.text(last.metric(), last.predicted()));
    return isObserved()
        ? text + ", " + Figures.text(last.metric(), last.observed()) + " observed"
        : text;
  }

  private boolean isObserved() {
    return last.outcome().equals(TuningOutcome.KEPT.label()) || isRolledBack();
  }
}
