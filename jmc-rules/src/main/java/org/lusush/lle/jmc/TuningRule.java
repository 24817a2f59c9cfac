// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.lusush.lle.events.TuningOutcome;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.TuningDecision;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** Judges the share of tuning that was undone, by a roll-back or by the step after it. */
public final class TuningRule extends LineEditorRule {

  static final TypedPreference<IQuantity> TARGET =
      Figures.share(
          "lle.tuning.target",
          "Share of changes undone",
          "Share of the changes that may be undone",
          1 / 3.0);
  static final TypedPreference<IQuantity> CRITICAL =
      Figures.share(
          "lle.tuning.critical",
          "Critical share of changes undone",
          "Share of undone changes over which tuning does more harm than good",
          2 / 3.0);
  static final TypedPreference<IQuantity> MINIMUM =
      Figures.minimum(
          "lle.tuning.minimum",
          "Fewest changes to judge",
          "With fewer applied changes than this the rule does not judge",
          4);

  static final TypedResult<IQuantity> APPLIED =
      Figures.count("applied", "Applied", "Changes that were applied");
  static final TypedResult<IQuantity> KEPT =
      Figures.count("kept", "Kept", "Changes that made nothing worse");
  static final TypedResult<IQuantity> ROLLED_BACK =
      Figures.count("rolledBack", "Rolled Back", "Changes that made things worse, and were undone");
  static final TypedResult<IQuantity> REVERSALS =
      Figures.count("reversals", "Reversals", "Changes against the one before, of one parameter");
  static final TypedResult<IQuantity> UNDONE =
      Figures.share("undone", "Undone", "The larger of the two, as a share of the changes");
  static final TypedResult<String> WORST =
      Figures.text("worst", "Least Stable", "Subject and parameter that were undone most");
  static final TypedResult<IQuantity> WORST_TIMES =
      Figures.count("worstTimes", "Times", "How often these were undone");

  public TuningRule() {
    super(
        Traits.of("LleTuning", "tuning", Topics.TUNING, TuningDecision.TYPE, TuningDecision.OUTCOME)
            .preferring(TARGET, CRITICAL, MINIMUM)
            .giving(APPLIED, KEPT, ROLLED_BACK, REVERSALS, UNDONE, WORST, WORST_TIMES));
  }

  /** One step of tuning; the sign of a step says whether it went up or down. */
  private record Step(long epochNanos, String subject, String outcome, double sign) {

    boolean is(TuningOutcome other) {
      return outcome.equals(other.label());
    }
  }

  @Override
  IResult judge(Events events, IItemCollection recording, IPreferenceValueProvider preferences) {
    var steps = steps(events);
    if (steps.isEmpty()) {
      return nothing(preferences);
    }
    long applied = count(steps, TuningOutcome.APPLIED);
    long rolledBack = count(steps, TuningOutcome.ROLLED_BACK);
    if (applied < Math.max(1, Figures.count(preferences.getPreferenceValue(MINIMUM)))) {
      return tooFew(preferences)
          .addResult(APPLIED, Figures.count(applied))
          .addResult(ROLLED_BACK, Figures.count(rolledBack))
          .build();
    }
    var undone = new Tally();
    long reversals = reversals(steps, undone);
    double share = Math.min(1, (double) Math.max(rolledBack, reversals) / applied);
    double target = Figures.share(preferences.getPreferenceValue(TARGET));
    double critical = Figures.share(preferences.getPreferenceValue(CRITICAL));
    var result =
        judged(ScoreScale.score(share, target, critical), preferences)
            .addResult(APPLIED, Figures.count(applied))
            .addResult(KEPT, Figures.count(count(steps, TuningOutcome.KEPT)))
            .addResult(ROLLED_BACK, Figures.count(rolledBack))
            .addResult(REVERSALS, Figures.count(reversals))
            .addResult(UNDONE, Figures.share(share));
    undone
        .top()
        .ifPresent(
            worst ->
                result
                    .addResult(WORST, RecordedText.of(worst.getKey(), "no name"))
                    .addResult(WORST_TIMES, Figures.count(worst.getValue())));
    return result.build();
  }

  private static List<Step> steps(Events events) {
    var steps = new ArrayList<Step>();
    for (IItemIterable piece : events) {
      var start = Field.of(piece, Common.START_TIME);
      var subject = Field.of(piece, TuningDecision.SUBJECT);
      var parameter = Field.of(piece, TuningDecision.PARAMETER);
      var outcome = Field.of(piece, TuningDecision.OUTCOME);
      var from = Field.of(piece, TuningDecision.FROM);
      var to = Field.of(piece, TuningDecision.TO);
      if (!outcome.exists()) {
        continue;
      }
      for (IItem item : piece) {
        steps.add(
            new Step(
                start.epochNanos(item, 0),
                subject.text(item) + ", " + parameter.text(item),
                outcome.text(item),
                Math.signum(to.number(item, 0) - from.number(item, 0))));
      }
    }
    steps.sort(Comparator.comparingLong(Step::epochNanos));
    return steps;
  }

  private static long count(List<Step> steps, TuningOutcome outcome) {
    return steps.stream().filter(step -> step.is(outcome)).count();
  }

  /** Counts changes against the one before, and what was undone either way. */
  private static long reversals(List<Step> steps, Tally undone) {
    long reversals = 0;
    var directions = new HashMap<String, Double>();
    for (Step step : steps) {
      if (step.is(TuningOutcome.ROLLED_BACK)) {
        undone.add(step.subject);
      } else if (step.is(TuningOutcome.APPLIED) && step.sign != 0) {
        Double before = directions.put(step.subject, step.sign);
        if (before != null && before != step.sign) {
          reversals++;
          undone.add(step.subject);
        }
      }
    }
    return reversals;
  }
}
