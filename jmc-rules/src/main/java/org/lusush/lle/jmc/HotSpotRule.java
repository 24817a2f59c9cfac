// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.List;
import org.lusush.lle.events.hotspot.HotSpotCriteria;
import org.lusush.lle.events.hotspot.HotSpotRanking.Place;
import org.lusush.lle.events.hotspot.OperationFigures;
import org.lusush.lle.events.hotspot.Suggestion;
import org.lusush.lle.events.hotspot.Suggestions;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.Operation;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** Judges how many operations are critical hot spots, and says what to do about the first. */
public final class HotSpotRule extends LineEditorRule {

  private static final HotSpotCriteria CRITERIA = HotSpotCriteria.defaults();

  static final TypedPreference<IQuantity> SHARE =
      Figures.share(
          "lle.hotspot.share",
          "Hot spot share",
          "Share of all self time from which an operation is a hot spot",
          CRITERIA.share());
  static final TypedPreference<IQuantity> CRITICAL =
      Figures.limit(
          "lle.hotspot.critical",
          "Critical duration",
          "99th percentile over which a hot spot with that share is critical",
          CRITERIA.critical());
  static final TypedPreference<IQuantity> MANY =
      Figures.minimum(
          "lle.hotspot.many", "Many hot spots", "Critical hot spots over which the rule warns", 3);
  static final TypedPreference<IQuantity> MINIMUM =
      Figures.minimum(
          "lle.hotspot.minimum",
          "Fewest operations to judge",
          "With fewer operations than this the rule does not judge",
          100);

  static final TypedResult<IQuantity> OPERATIONS =
      Figures.count("operations", "Operations", "Operations in the recording");
  static final TypedResult<IQuantity> HOT =
      Figures.count("hot", "Hot Spots", "Operations that meet a criterion of a hot spot");
  static final TypedResult<IQuantity> CRITICAL_ONES =
      Figures.count("critical", "Critical Hot Spots", "Hot spots that are critical");
  static final TypedResult<String> FIRST =
      Figures.text("first", "First", "First critical hot spot, or the operation with most time");
  static final TypedResult<IQuantity> FIRST_SHARE =
      Figures.share("firstShare", "Share of the First", "Its share of all self time");
  static final TypedResult<IQuantity> FIRST_P99 =
      Figures.timespan("firstP99", "99th Percentile of the First", "99 of 100 of it took less");
  static final TypedResult<IQuantity> FIRST_CALLS =
      Figures.count("firstCalls", "Calls of the First", "How often it was done");
  static final TypedResult<String> ADVICE =
      Figures.text("advice", "Advice", "What is usually done about such an operation");
  static final TypedResult<String> EVIDENCE =
      Figures.text("evidence", "Evidence", "What the advice is concluded from");

  public HotSpotRule() {
    super(
        Traits.of("LleHotSpots", "hotspot", Topics.OPERATIONS, Operation.TYPE, Common.DURATION)
            .needingAll()
            .preferring(SHARE, CRITICAL, MANY, MINIMUM)
            .giving(OPERATIONS, HOT, CRITICAL_ONES)
            .giving(FIRST, FIRST_SHARE, FIRST_P99, FIRST_CALLS, ADVICE, EVIDENCE));
  }

  @Override
  IResult judge(Events events, IItemCollection recording, IPreferenceValueProvider preferences) {
    var ranking = RankedOperations.of(events, criteria(preferences));
    long count = ranking.stream().mapToLong(place -> place.operation().calls()).sum();
    if (count == 0) {
      return nothing(preferences);
    }
    if (count < Figures.count(preferences.getPreferenceValue(MINIMUM))) {
      return tooFew(preferences).addResult(OPERATIONS, Figures.count(count)).build();
    }
    long critical = ranking.stream().filter(Place::critical).count();
    double many = (double) Figures.count(preferences.getPreferenceValue(MANY));
    var first =
        ranking.stream().filter(Place::critical).findFirst().orElseGet(() -> ranking.get(0));
    var figures = first.operation();
    var suggestion = first(Suggestions.of(figures));
    return judged(ScoreScale.score((double) critical, 0, many), preferences)
        .addResult(OPERATIONS, Figures.count(count))
        .addResult(HOT, Figures.count(ranking.stream().filter(p -> !p.met().isEmpty()).count()))
        .addResult(CRITICAL_ONES, Figures.count(critical))
        .addResult(FIRST, name(figures))
        .addResult(FIRST_SHARE, Figures.share(first.share()))
        .addResult(FIRST_P99, Figures.timespan(figures.p99Nanos()))
        .addResult(FIRST_CALLS, Figures.count(figures.calls()))
        .addResult(ADVICE, suggestion.advice())
        .addResult(EVIDENCE, suggestion.evidence())
        .build();
  }

  private static HotSpotCriteria criteria(IPreferenceValueProvider preferences) {
    double share = Figures.share(preferences.getPreferenceValue(SHARE));
    return new HotSpotCriteria(
        Math.max(0, Math.min(1, share)),
        CRITERIA.total(),
        CRITERIA.calls(),
        CRITERIA.single(),
        Figures.duration(preferences.getPreferenceValue(CRITICAL)));
  }

  private static String name(OperationFigures figures) {
    return RecordedText.of(Names.of(figures.operation(), figures.name()), "no name");
  }

  private static Suggestion first(List<Suggestion> suggestions) {
    return suggestions.isEmpty()
        ? new Suggestion(
            "look", "Look at its events for what the slow ones share.", "no rule of thumb fits", 0)
        : suggestions.get(0);
  }
}
