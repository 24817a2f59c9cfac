// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lusush.lle.events.Targets;
import org.lusush.lle.events.schema.EventSchema.CacheLookup;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.LatencyHistogram;
import org.lusush.lle.events.schema.EventSchema.Operation;
import org.lusush.lle.events.score.Score;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** Gives the score of LLE Flight, turned over: JMC's 0 is our 100. */
public final class ScoreRule extends LineEditorRule {

  static final TypedPreference<IQuantity> RESPONSE =
      Figures.limit(
          "lle.score.response",
          "Response target",
          "Mean duration that an operation should stay under",
          Targets.defaults().response());
  static final TypedPreference<IQuantity> ERRORS =
      Figures.share(
          "lle.score.errors",
          "Error rate limit",
          "Share of operations that may end in error or timeout",
          Targets.defaults().errorRate());
  static final TypedPreference<IQuantity> MINIMUM =
      Figures.minimum(
          "lle.score.minimum",
          "Fewest operations to judge",
          "With fewer operations than this the rule does not judge",
          100);

  static final TypedResult<IQuantity> OPERATIONS =
      Figures.count("operations", "Operations", "Operations that the score rests on");
  static final TypedResult<IQuantity> OURS =
      Figures.count("ours", "LLE Score", "The score of LLE Flight, of which 100 is best");
  static final TypedResult<String> TERMS =
      Figures.text("terms", "Terms", "What the score is made of");
  static final TypedResult<String> WORST =
      Figures.text("worst", "Costliest Term", "The term that took most points away");
  static final TypedResult<String> MISSING =
      Figures.text("missing", "Left Out", "Terms that nobody measured");

  private static final int BEST = 100;

  public ScoreRule() {
    super(
        Traits.of("LleScore", "score", Topics.LINE_EDITOR, Operation.TYPE, Common.DURATION)
            .reading(LatencyHistogram.TYPE, CacheLookup.TYPE)
            .preferring(RESPONSE, ERRORS, MINIMUM)
            .giving(OPERATIONS, OURS, TERMS, WORST, MISSING));
  }

  @Override
  IResult judge(Events events, IItemCollection recording, IPreferenceValueProvider preferences) {
    var measured = Measured.of(events, recording);
    long count = measured.operations();
    if (count == 0) {
      return nothing(preferences);
    }
    if (count < Figures.count(preferences.getPreferenceValue(MINIMUM))) {
      return tooFew(preferences).addResult(OPERATIONS, Figures.count(count)).build();
    }
    var score = Score.of(measured.inputs(), targets(preferences));
    int ours = (int) Math.round(score.value().orElse(BEST));
    return judged(BEST - ours, preferences)
        .addResult(OPERATIONS, Figures.count(count))
        .addResult(OURS, Figures.count(ours))
        .addResult(TERMS, terms(score))
        .addResult(WORST, worst(score))
        .addResult(MISSING, missing(score))
        .build();
  }

  private static Targets targets(IPreferenceValueProvider preferences) {
    var usual = Targets.defaults();
    var response = Figures.duration(preferences.getPreferenceValue(RESPONSE));
    double errors = Figures.share(preferences.getPreferenceValue(ERRORS));
    return new Targets(
        response.isZero() ? Duration.ofNanos(1) : response,
        usual.operationWarning(),
        usual.operationCritical(),
        usual.keystrokeWarning(),
        usual.keystrokeCritical(),
        usual.hitRate(),
        usual.zeroAllocation(),
        Math.max(0, Math.min(1, errors)),
        usual.monitoringOverhead(),
        usual.start(),
        usual.memoryBytes());
  }

  private static String terms(Score score) {
    return score.terms().stream()
        .filter(term -> term.points().isPresent())
        .map(ScoreRule::text)
        .collect(Collectors.joining("; "));
  }

  private static String text(Score.Term term) {
    return String.format(
        Locale.ROOT, "%s %+.1f, %s", term.kind().label(), term.points().orElse(0), term.evidence());
  }

  private static String worst(Score score) {
    return score.terms().stream()
        .filter(term -> term.points().orElse(0) < 0)
        .min((a, b) -> Double.compare(a.points().orElse(0), b.points().orElse(0)))
        .map(ScoreRule::text)
        .orElse(Texts.of("score.none"));
  }

  private static String missing(Score score) {
    return score.missing().isEmpty()
        ? Texts.of("score.complete")
        : score.missing().stream()
            .map(term -> term.kind().label() + ", " + term.evidence())
            .collect(Collectors.joining("; "));
  }
}
