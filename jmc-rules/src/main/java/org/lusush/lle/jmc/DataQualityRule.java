// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lusush.lle.events.schema.EventSchema.Session;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** Judges whether the recording holds what the other rules need. */
public final class DataQualityRule extends LineEditorRule {

  static final TypedPreference<IQuantity> MISSING =
      Figures.share(
          "lle.quality.missing",
          "Missing keystrokes",
          "Share of the keystrokes that the recorder counted and that may be missing as events",
          0.05);
  static final TypedPreference<IQuantity> CRITICAL =
      Figures.share(
          "lle.quality.critical",
          "Critical share of missing keystrokes",
          "Share of missing keystrokes over which no figure can be trusted",
          0.5);

  static final TypedResult<IQuantity> PROBLEMS =
      Figures.count("problems", "Problems", "What is missing or wrong, counted");
  static final TypedResult<String> FIRST =
      Figures.text("first", "First Problem", "What is missing or wrong, the worst of it");
  static final TypedResult<String> FIRST_REMEDY =
      Figures.text("firstRemedy", "Remedy", "What to do about the first problem");
  static final TypedResult<String> ALL =
      Figures.text("all", "All Problems", "Everything that is missing or wrong");

  public DataQualityRule() {
    super(
        Traits.of("LleDataQuality", "quality", Topics.LINE_EDITOR, Session.TYPE, "any")
            .reading(Completeness.TYPES.toArray(String[]::new))
            .reading(JvmStops.TYPES.toArray(String[]::new))
            .preferring(MISSING, CRITICAL)
            .giving(PROBLEMS, FIRST, FIRST_REMEDY, ALL));
  }

  @Override
  IResult judge(Events events, IItemCollection recording, IPreferenceValueProvider preferences) {
    if (!Completeness.isOfAnEditor(recording)) {
      return tooFew(preferences).build();
    }
    double missing = Figures.share(preferences.getPreferenceValue(MISSING));
    double critical = Figures.share(preferences.getPreferenceValue(CRITICAL));
    var problems =
        Stream.concat(
                Completeness.problems(recording),
                MissingKeystrokes.problems(events, recording, missing, critical))
            .sorted(Comparator.comparingInt(Problem::score).reversed())
            .toList();
    int score = problems.stream().mapToInt(Problem::score).max().orElse(0);
    return judged(score, preferences)
        .addResult(PROBLEMS, Figures.count(problems.size()))
        .addResult(FIRST, problems.isEmpty() ? "" : problems.get(0).sentence())
        .addResult(FIRST_REMEDY, problems.isEmpty() ? "" : problems.get(0).remedy())
        .addResult(ALL, all(problems))
        .build();
  }

  private static String all(List<Problem> problems) {
    return problems.isEmpty()
        ? Texts.of("quality.nothing")
        : problems.stream().map(Problem::sentence).collect(Collectors.joining("; "));
  }
}
