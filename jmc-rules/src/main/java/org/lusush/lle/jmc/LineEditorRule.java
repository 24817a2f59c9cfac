// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmc.common.IDisplayable;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.flightrecorder.rules.AbstractRule;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IResultValueProvider;
import org.openjdk.jmc.flightrecorder.rules.ResultBuilder;
import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit.EventAvailability;

/**
 * What the rules have in common: a topic, and a refusal to judge when events are missing. Holds no
 * state beyond its configuration.
 *
 * <p>A rule names every event type that it reads and requires none of JMC: it looks itself, says
 * what is missing in its own words, and gives a score even then, which JMC's JSON report needs.
 */
abstract class LineEditorRule extends AbstractRule {

  /** The score of a rule that did not judge; JMC takes it for not applicable. */
  static final int NOT_JUDGED = (int) Severity.NA.getLimit();

  private final String texts;
  private final String mainType;
  private final String field;
  private final boolean needsAll;

  LineEditorRule(Traits traits) {
    super(
        traits.id(),
        Texts.of(traits.texts() + ".name"),
        traits.topic(),
        traits.preferences(),
        traits.results(),
        reads(traits.types()));
    this.texts = traits.texts();
    this.mainType = traits.mainType();
    this.field = traits.field();
    this.needsAll = traits.needsAll();
  }

  private static Map<String, EventAvailability> reads(Collection<String> types) {
    var reads = new LinkedHashMap<String, EventAvailability>();
    types.forEach(type -> reads.put(type, EventAvailability.UNKNOWN));
    return Collections.unmodifiableMap(reads);
  }

  @Override
  protected final IResult getResult(
      IItemCollection recording,
      IPreferenceValueProvider preferences,
      IResultValueProvider dependencies) {
    var events = Events.of(mainType, recording);
    var threshold = events.threshold().filter(some -> needsAll);
    return threshold.isPresent()
        ? leftOut(threshold.get(), preferences)
        : judge(events, recording, preferences);
  }

  /**
   * Judges.
   *
   * @param events those of the type that the rule cannot do without
   * @param recording everything
   */
  abstract IResult judge(
      Events events, IItemCollection recording, IPreferenceValueProvider preferences);

  /** Starts a result that says how good or bad it is. */
  final ResultBuilder judged(int score, IPreferenceValueProvider preferences) {
    var severity = Severity.get(score);
    String outcome = texts + (severity == Severity.OK ? ".ok" : ".over");
    return ResultBuilder.createFor(this, preferences)
        .setSeverity(severity)
        .addResult(TypedResult.SCORE, Figures.count(score))
        .setSummary(Texts.of(outcome + ".summary"))
        .setExplanation(Texts.of(texts + ".explanation"))
        .setSolution(Texts.of(outcome + ".solution"));
  }

  /** Starts a result that says that there was too little to judge. */
  final ResultBuilder tooFew(IPreferenceValueProvider preferences) {
    return ResultBuilder.createFor(this, preferences)
        .setSeverity(Severity.NA)
        .addResult(TypedResult.SCORE, Figures.count(NOT_JUDGED))
        .setSummary(Texts.of(texts + ".few.summary"))
        .setExplanation(Texts.of(texts + ".few.explanation"))
        .setSolution(Texts.of(texts + ".few.solution"));
  }

  /** Returns a result that says that there was nothing to judge. */
  final IResult nothing(IPreferenceValueProvider preferences) {
    return notJudged("none", field, preferences);
  }

  /** Returns a result that says that the short events were left out. */
  private IResult leftOut(IQuantity threshold, IPreferenceValueProvider preferences) {
    return notJudged("threshold", threshold.displayUsing(IDisplayable.AUTO), preferences);
  }

  /**
   * Returns a result that says why there is no judgement.
   *
   * @param reason what the keys of its texts start with
   * @param detail what its texts name beside the event type
   */
  final IResult notJudged(String reason, String detail, IPreferenceValueProvider preferences) {
    return ResultBuilder.createFor(this, preferences)
        .setSeverity(Severity.NA)
        .addResult(TypedResult.SCORE, Figures.count(NOT_JUDGED))
        .setSummary(Texts.format(reason + ".summary", mainType, detail))
        .setExplanation(Texts.format(reason + ".explanation", mainType, detail))
        .setSolution(Texts.format(reason + ".solution", mainType, detail))
        .build();
  }
}
