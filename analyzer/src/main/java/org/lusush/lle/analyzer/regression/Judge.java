// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.night.Figure;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.night.Metric;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.model.night.Verdict;

/** Judges sets of recordings beside one another, and nights that follow one another. */
public final class Judge {

  private static final Metric.Key HEADLINE = new Metric.Key(Timing.KEYSTROKE, Figure.P50);

  /** With a wider interval nothing that matters could be seen. */
  private static final double WIDEST = 0.25;

  /** A narrower one is narrow enough, whatever fraction it is. */
  private static final double WIDEST_NANOS = 100_000;

  private Judge() {}

  /** Judges one set of recordings beside another. */
  public static Judgement compare(Night before, Night after) {
    List<String> reasons = new ArrayList<>(Setups.insufficient(before, "the first set"));
    reasons.addAll(Setups.insufficient(after, "the second set"));
    differences(before, after).ifPresent(reasons::add);
    List<Comparison> comparisons = new RunComparison(before, after).compare();
    reasons.addAll(unsure(comparisons));
    return new Judgement(
        verdict(reasons, comparisons),
        Optional.of(before),
        after,
        reasons,
        notes(before, after),
        comparisons,
        List.of(),
        List.of(),
        List.of());
  }

  /**
   * Judges a night by those before it, by a baseline, or by both.
   *
   * @param nights in their order, the one to judge last
   */
  public static Judgement judge(List<Night> nights, Optional<Night> baseline) {
    Night tonight = nights.get(nights.size() - 1);
    List<Night> comparable =
        nights.stream().filter(night -> Setups.differences(night, tonight).isEmpty()).toList();
    List<Night> sound =
        comparable.stream()
            .filter(n -> n.equals(tonight) || Setups.insufficient(n, "").isEmpty())
            .toList();
    List<String> reasons = new ArrayList<>(Setups.insufficient(tonight, "tonight"));
    List<Comparison> comparisons = List.of();
    if (baseline.isPresent()) {
      reasons.addAll(Setups.insufficient(baseline.get(), "the baseline"));
      differences(baseline.get(), tonight).ifPresent(reasons::add);
      comparisons = new RunComparison(baseline.get(), tonight).compare();
      reasons.addAll(unsure(comparisons));
    } else if (sound.size() < NightComparison.FEWEST) {
      reasons.add(
          "%d of the %d comparable nights that it takes, tonight included"
              .formatted(sound.size(), NightComparison.FEWEST));
    }
    List<Comparison> changes = new NightComparison(sound).compare();
    if (reasons.isEmpty() && changes.isEmpty() && comparisons.isEmpty()) {
      reasons.add("there is no figure of tonight that enough nights have");
    }
    return new Judgement(
        verdict(reasons, Stream.concat(changes.stream(), comparisons.stream()).toList()),
        baseline,
        tonight,
        reasons,
        notes(nights, comparable, sound, baseline),
        comparisons,
        changes,
        NightTrends.of(sound),
        sound.stream().map(Night::date).toList());
  }

  private static Verdict verdict(List<String> reasons, List<Comparison> comparisons) {
    if (!reasons.isEmpty()) {
      return Verdict.INCONCLUSIVE;
    }
    if (has(comparisons, Finding.WORSE)) {
      return Verdict.REGRESSION;
    }
    return has(comparisons, Finding.BETTER) ? Verdict.IMPROVEMENT : Verdict.PASS;
  }

  private static boolean has(List<Comparison> comparisons, Finding finding) {
    return comparisons.stream().anyMatch(comparison -> comparison.finding() == finding);
  }

  private static Optional<String> differences(Night before, Night after) {
    List<String> differences = Setups.differences(before, after);
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "they are not comparable, for they differ in " + String.join(", ", differences));
  }

  /** Returns why too few or too different runs leave open what could matter. */
  private static List<String> unsure(List<Comparison> comparisons) {
    if (comparisons.isEmpty()) {
      return List.of("there is no figure that both have");
    }
    if (has(comparisons, Finding.WORSE)) {
      return List.of();
    }
    List<String> reasons = new ArrayList<>();
    comparisons.stream()
        .filter(comparison -> comparison.finding() == Finding.UNCLEAR)
        .findFirst()
        .ifPresent(
            c ->
                reasons.add(
                    "%s of %s may have changed, but so few runs do not tell; give %d or more on each side"
                        .formatted(c.figure().label(), c.subject(), RunComparison.ENOUGH)));
    comparisons.stream()
        .filter(c -> c.key().equals(HEADLINE) && isWide((c.high() - c.low()) / 2, c.before()))
        .findFirst()
        .ifPresent(
            c ->
                reasons.add(
                    "the runs differ too much among themselves: the shift of %s of keystrokes lies anywhere from %+.0f %% to %+.0f %%; give more runs, or quieter ones"
                        .formatted(c.figure().label(), 100 * c.low(), 100 * c.high())));
    return reasons;
  }

  private static boolean isKnownToDiffer(String before, String after) {
    return !before.isEmpty() && !before.startsWith(after) && !after.startsWith(before);
  }

  private static boolean isWide(double halfWidth, double before) {
    return halfWidth > WIDEST && halfWidth * before > WIDEST_NANOS;
  }

  private static List<String> notes(Night before, Night after) {
    List<String> notes = new ArrayList<>();
    Setups.absent(before, "before").ifPresent(notes::add);
    Setups.absent(after, "after").ifPresent(notes::add);
    int runs = Math.max(before.runs(), after.runs());
    if (runs < RunComparison.ENOUGH) {
      notes.add(
          "with fewer than %d recordings on either side only shifts over %.0f %% of p50 are seen, since it is not known what runs differ by"
              .formatted(RunComparison.ENOUGH, 400 * Figure.P50.leastShift()));
    }
    if (isKnownToDiffer(before.setup().jdk(), after.setup().jdk())) {
      notes.add(
          "the JDK was updated: %s, then %s".formatted(before.setup().jdk(), after.setup().jdk()));
    }
    if (isKnownToDiffer(before.setup().editor(), after.setup().editor())) {
      notes.add(
          "the editor is another: %s, then %s"
              .formatted(before.setup().editor(), after.setup().editor()));
    }
    return notes;
  }

  private static List<String> notes(
      List<Night> nights, List<Night> comparable, List<Night> sound, Optional<Night> baseline) {
    Night tonight = nights.get(nights.size() - 1);
    List<String> notes = new ArrayList<>();
    Map<String, List<String>> left = new LinkedHashMap<>();
    for (Night night : nights) {
      List<String> why =
          comparable.contains(night)
              ? sound.contains(night) ? List.of() : Setups.insufficient(night, "it")
              : Setups.differences(night, tonight);
      if (!why.isEmpty()) {
        left.computeIfAbsent(String.join(", ", why), key -> new ArrayList<>())
            .add(night.date().toString());
      }
    }
    left.forEach(
        (why, dates) -> notes.add("left out: %s: %s".formatted(String.join(", ", dates), why)));
    sound.stream()
        .filter(night -> isKnownToDiffer(night.setup().jdk(), tonight.setup().jdk()))
        .reduce((first, second) -> second)
        .ifPresent(
            night ->
                notes.add(
                    "the JDK was updated after %s: %s, then %s"
                        .formatted(night.date(), night.setup().jdk(), tonight.setup().jdk())));
    if (baseline.isPresent()) {
      notes.addAll(notes(baseline.get(), tonight));
    } else {
      Setups.absent(tonight, "tonight").ifPresent(notes::add);
    }
    return notes;
  }
}
