// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.hotspot;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What could be done about an operation that takes time: by the kind of work it is, by how often it
 * is called, by how much its durations differ and by how long it takes. A pure function, the same
 * in the process and over its recording.
 */
public final class Suggestions {

  /** Number of calls over which an operation is called often. */
  public static final long FREQUENT_CALLS = 1_000;

  /** How many times the mean the range from shortest to longest is, at most, in steady work. */
  public static final int STEADY_RANGE = 2;

  /** Mean duration over which an operation is long. */
  public static final Duration LONG_MEAN = Duration.ofMillis(10);

  /**
   * One rule over the figures alone.
   *
   * @param share the fraction of the self time that is concerned; 0 or less where the rule does not
   *     hold
   */
  private record Rule(
      String id,
      String advice,
      ToDoubleFunction<OperationFigures> share,
      Function<OperationFigures, String> evidence) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "call-less-often",
              "Call it less: once for several keys, or on a change only.",
              Suggestions::shareOverCalls,
              f -> Figures.count(f.calls()) + " calls; limit " + Figures.count(FREQUENT_CALLS)),
          new Rule(
              "even-out",
              "Find what slow calls share: a cold cache, a longer line?",
              Suggestions::shareOverShortest,
              f ->
                  Figures.duration(f.minNanos())
                      + " to "
                      + Figures.duration(f.maxNanos())
                      + "; mean "
                      + Figures.duration(f.meanNanos())),
          new Rule(
              "shorten",
              "Do it in the background, or in steps that a key interrupts.",
              Suggestions::shareOverLength,
              f ->
                  "mean "
                      + Figures.duration(f.meanNanos())
                      + "; limit "
                      + Figures.duration(LONG_MEAN.toNanos())));

  private static final Comparator<Suggestion> MOST_CONCERNED_FIRST =
      (left, right) -> Long.compare(right.concernedNanos(), left.concernedNanos());

  private Suggestions() {}

  /**
   * Returns what could be done about an operation, what concerns most of its self time first; what
   * concerns the same is in the order kind, frequency, variance, length.
   */
  public static List<Suggestion> of(OperationFigures figures) {
    requireNonNull(figures, "figures");
    var suggestions = new ArrayList<Suggestion>();
    if (figures.calls() > 0) {
      WorkKind.of(figures.operation(), figures.name())
          .ifPresent(kind -> suggestions.add(kind.suggestion(figures)));
      for (var rule : RULES) {
        addIfHolds(suggestions, rule, figures);
      }
    }
    suggestions.sort(MOST_CONCERNED_FIRST);
    return List.copyOf(suggestions);
  }

  private static void addIfHolds(List<Suggestion> to, Rule rule, OperationFigures figures) {
    double share = rule.share.applyAsDouble(figures);
    if (share > 0) {
      long concerned = Math.round(Math.max(0, figures.selfNanos()) * Math.min(1, share));
      to.add(new Suggestion(rule.id, rule.advice, rule.evidence.apply(figures), concerned));
    }
  }

  /** The calls over the limit. */
  private static double shareOverCalls(OperationFigures f) {
    return f.calls() > FREQUENT_CALLS ? (f.calls() - FREQUENT_CALLS) / (double) f.calls() : 0;
  }

  /** What would be won if every call were as short as the shortest. */
  private static double shareOverShortest(OperationFigures f) {
    double mean = f.meanNanos();
    double range = (double) f.maxNanos() - f.minNanos();
    return range > STEADY_RANGE * mean && mean > 0 ? (mean - f.minNanos()) / mean : 0;
  }

  /** The part of the mean over the limit. */
  private static double shareOverLength(OperationFigures f) {
    long limit = LONG_MEAN.toNanos();
    return f.meanNanos() > limit ? (f.meanNanos() - limit) / (double) f.meanNanos() : 0;
  }
}
