// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.report;

import java.util.Locale;
import org.lusush.lle.analyzer.report.Tone;
import org.lusush.lle.analyzer.report.Units;
import org.lusush.lle.suite.result.Figure;
import org.lusush.lle.suite.result.SuiteResult;
import org.lusush.lle.suite.result.TestResult;
import org.lusush.lle.suite.result.Unit;

/** Figures as people read them. */
final class Values {

  private Values() {}

  static String of(Unit unit, double value) {
    return switch (unit) {
      case NANOSECONDS -> Units.duration(Math.round(value));
      case BYTES -> Units.bytes(Math.round(value));
      case SHARE -> Units.percent(value);
      case PER_SECOND -> String.format(Locale.ROOT, value < 100 ? "%.1f/s" : "%,.0f/s", value);
      case COUNT -> Units.count(Math.round(value));
      case POINTS -> String.format(Locale.ROOT, "%.0f", value);
    };
  }

  static String value(Figure figure) {
    return figure.value().map(value -> of(figure.measure().unit(), value)).orElse("-");
  }

  static String target(Figure figure) {
    return figure
        .target()
        .map(
            limit ->
                (figure.measure().higherIsBetter() ? ">= " : "<= ")
                    + of(figure.measure().unit(), limit))
        .orElse("");
  }

  static Tone tone(Figure.State state) {
    return switch (state) {
      case MET -> Tone.GOOD;
      case MISSED -> Tone.BAD;
      case NOT_MEASURED -> Tone.WARNING;
      case FREE -> Tone.PLAIN;
    };
  }

  static String score(SuiteResult result) {
    return result
        .score()
        .map(score -> String.format(Locale.ROOT, "score %.0f of 100", score))
        .orElse("no score");
  }

  /** Returns the counts of tests and targets as one clause. */
  static String counts(SuiteResult result) {
    return String.format(
        Locale.ROOT,
        "%s passed, %d failed, %d not run; %s met, %d missed, %d not measured",
        Units.count(result.count(TestResult.State.PASSED), "test"),
        result.count(TestResult.State.FAILED),
        result.count(TestResult.State.NOT_RUN),
        Units.count(result.met(), "target"),
        result.missed(),
        result.notMeasured());
  }

  /** Returns what was typed on, and where. */
  static String about(SuiteResult result) {
    var shell = result.shell();
    return String.format(
        Locale.ROOT,
        "%s, %s, %s, %s %s, %s, %s",
        known(shell.name()),
        known(shell.editor()),
        known(shell.jvm()),
        result.machine().os(),
        result.machine().arch(),
        Units.count(result.machine().processors(), "processor"),
        Units.duration(result.took().toNanos()));
  }

  private static String known(String text) {
    return text.isEmpty() ? "?" : text;
  }
}
