// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.night.Comparison.Grown;
import org.lusush.lle.analyzer.model.night.Figure;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.model.trend.Series.Dimension;

/** What a judgement found, in words, and in the order that it matters. */
public final class JudgementSentences {

  /** Operations before the keystrokes that they are part of, p50 before the rest, largest first. */
  private static final Comparator<Comparison> WEIGHTIEST_FIRST =
      Comparator.comparing((Comparison c) -> c.figure().dimension())
          .thenComparing(Comparison::figure)
          .thenComparing(c -> c.subject().startsWith(Timing.KEYSTROKE))
          .thenComparing(c -> -Math.abs(c.after() - c.before()))
          .thenComparing(Comparison::subject);

  private static final double SMALL_P = 0.0001;

  private static final MathContext DIGITS = new MathContext(6);
  private static final double NOTHING = 1e-9;

  private JudgementSentences() {}

  /** Returns the figures with this finding, the weightiest first. */
  public static List<Comparison> found(Judgement judgement, Finding finding) {
    return judgement.found(finding).stream().sorted(WEIGHTIEST_FIRST).toList();
  }

  /** Returns every figure compared, those with a finding first. */
  public static List<Comparison> all(List<Comparison> comparisons) {
    return comparisons.stream()
        .sorted(
            Comparator.comparing((Comparison c) -> c.finding() == Finding.SAME)
                .thenComparing(WEIGHTIEST_FIRST))
        .toList();
  }

  /** Returns what was found, a sentence each. */
  public static List<String> findings(Judgement judgement) {
    List<String> sentences = new ArrayList<>();
    for (Finding finding : List.of(Finding.WORSE, Finding.BETTER)) {
      found(judgement, finding).forEach(c -> sentences.add(sentence(c)));
    }
    return sentences;
  }

  /** Returns what is suspected, a sentence each. */
  public static List<String> suspicions(Judgement judgement) {
    return Stream.of(Finding.SUSPECTED_WORSE, Finding.SUSPECTED_BETTER)
        .flatMap(finding -> found(judgement, finding).stream())
        .map(c -> sentence(c) + "; more nights will confirm it, or not")
        .toList();
  }

  /** Returns a figure's change with its size, interval and cause. */
  static String sentence(Comparison c) {
    String since = c.since().map(date -> " since the night of " + date).orElse("");
    String cause = c.grown().map(JudgementSentences::cause).orElse("");
    return "%s of %s went from %s to %s (%s, between %s)%s%s"
        .formatted(
            c.figure().label(),
            c.subject(),
            value(c.figure(), c.before()),
            value(c.figure(), c.after()),
            shift(c),
            interval(c, " and "),
            since,
            cause);
  }

  private static String cause(Grown grown) {
    String evidence = grown.evidence().isEmpty() ? "" : " (" + grown.evidence() + ")";
    return "; in its slow ones %s went from %s to %s each%s"
        .formatted(
            grown.cause(),
            Units.duration(Math.round(grown.before())),
            Units.duration(Math.round(grown.after())),
            evidence);
  }

  public static String value(Figure figure, double value) {
    return value(figure.dimension(), value);
  }

  public static String value(Dimension dimension, double value) {
    return switch (dimension) {
      case NANOS -> Units.duration(Math.round(value));
      case SHARE -> Units.percent(value);
      case BYTES -> Units.bytes(Math.round(value));
      case COUNT -> Units.count(Math.round(value));
    };
  }

  public static String shift(Comparison c) {
    return shift(c.figure(), c.shift());
  }

  public static String interval(Comparison c, String between) {
    return shift(c.figure(), c.low()) + between + shift(c.figure(), c.high());
  }

  static String shift(Figure figure, double shift) {
    if (Double.isInfinite(shift) || Double.isNaN(shift)) {
      return "anything";
    }
    double percent = 100 * shift;
    String format = Math.abs(percent) >= 99.95 ? "%+,.0f" : "%+.1f";
    return String.format(Locale.US, format, percent) + (figure.isRelative() ? " %" : " points");
  }

  /** Returns a figure with six significant digits, which is more than any of them is worth. */
  static double rounded(double value) {
    if (!Double.isFinite(value) || Math.abs(value) < NOTHING) {
      return Double.isFinite(value) ? 0 : value;
    }
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }

  public static String pValue(double p) {
    return p < SMALL_P ? "<0.0001" : String.format(Locale.US, p < 0.1 ? "%.4f" : "%.2f", p);
  }

  /** Returns how many runs there were, and of which sort. */
  public static String runs(Night night) {
    String histories = Units.count(night.histories(), "shell run") + " of histories";
    if (night.histories() == 0) {
      return Units.count(night.recordings(), "recording");
    }
    return night.recordings() == 0
        ? histories
        : Units.count(night.recordings(), "recording") + " and " + histories;
  }

  /** Returns what the verdict stands on, in a line, with the nights that those runs are of. */
  public static String basis(Judgement judgement) {
    return basis(judgement, span(judgement.nights()), night -> " (" + night.date() + ")");
  }

  private static String span(List<LocalDate> nights) {
    if (nights.size() <= 1) {
      return nights.isEmpty() ? "" : " of " + nights.get(0);
    }
    return " from " + nights.get(0) + " to " + nights.get(nights.size() - 1);
  }

  /** Returns how many nights and runs the verdict stands on, in a line. */
  static String counts(Judgement judgement) {
    return basis(judgement, "", night -> "");
  }

  private static String basis(
      Judgement judgement, String ofNights, Function<Night, String> ofRuns) {
    int count = judgement.nights().size();
    String nights = count == 0 ? "" : Units.count(count, "comparable night") + ofNights;
    Night after = judgement.after();
    String baseline =
        judgement
            .before()
            .map(
                before ->
                    "%s before%s, %s after%s"
                        .formatted(
                            runs(before), ofRuns.apply(before), runs(after), ofRuns.apply(after)))
            .orElse("");
    return Stream.of(nights, baseline)
        .filter(part -> !part.isEmpty())
        .reduce((a, b) -> a + "; " + b)
        .orElse("");
  }
}
