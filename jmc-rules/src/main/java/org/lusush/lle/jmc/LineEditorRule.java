// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.List;
import java.util.Map;
import org.openjdk.jmc.common.IDisplayable;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.AbstractRule;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IResultValueProvider;
import org.openjdk.jmc.flightrecorder.rules.ResultBuilder;
import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit.EventAvailability;

/**
 * What the rules have in common: one event type, one topic, and a refusal to judge when events are
 * missing. Holds no state beyond its configuration.
 */
abstract class LineEditorRule extends AbstractRule {

  /** Topic of every rule here; JMC's reports use it as their heading. */
  static final String TOPIC = "lle";

  private final String texts;
  private final String eventType;
  private final String field;

  /**
   * @param id identifier of the rule
   * @param texts what the keys of its texts start with
   * @param eventType name of the event type it reads
   * @param field name of the field it cannot do without
   */
  LineEditorRule(
      String id,
      String texts,
      String eventType,
      String field,
      List<TypedPreference<?>> preferences,
      List<TypedResult<?>> results) {
    super(
        id,
        Texts.of(texts + ".name"),
        TOPIC,
        preferences,
        results,
        Map.of(eventType, EventAvailability.AVAILABLE));
    this.texts = texts;
    this.eventType = eventType;
    this.field = field;
  }

  @Override
  protected final IResult getResult(
      IItemCollection recording,
      IPreferenceValueProvider preferences,
      IResultValueProvider dependencies) {
    var events = Events.of(eventType, recording);
    return events
        .threshold()
        .map(threshold -> leftOut(threshold, preferences))
        .orElseGet(() -> judge(events, preferences));
  }

  /** Judges the events, of which the recording left out none. */
  abstract IResult judge(Events events, IPreferenceValueProvider preferences);

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
        .setSummary(Texts.of(texts + ".few.summary"))
        .setExplanation(Texts.of(texts + ".few.explanation"))
        .setSolution(Texts.of(texts + ".few.solution"));
  }

  /** Returns a result that says that there was nothing to judge. */
  final IResult nothing(IPreferenceValueProvider preferences) {
    return notJudged("none", field, preferences);
  }

  private IResult leftOut(IQuantity threshold, IPreferenceValueProvider preferences) {
    return notJudged("threshold", threshold.displayUsing(IDisplayable.AUTO), preferences);
  }

  private IResult notJudged(String reason, String detail, IPreferenceValueProvider preferences) {
    return ResultBuilder.createFor(this, preferences)
        .setSeverity(Severity.NA)
        .setSummary(Texts.format(reason + ".summary", eventType, detail))
        .setExplanation(Texts.format(reason + ".explanation", eventType, detail))
        .setSolution(Texts.format(reason + ".solution", eventType, detail))
        .build();
  }
}
