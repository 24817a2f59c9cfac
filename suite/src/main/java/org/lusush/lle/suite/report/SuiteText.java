// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.report;

import java.util.Locale;
import org.lusush.lle.analyzer.report.Page;
import org.lusush.lle.analyzer.report.Style;
import org.lusush.lle.analyzer.report.Table;
import org.lusush.lle.analyzer.report.Tone;
import org.lusush.lle.suite.result.Figure;
import org.lusush.lle.suite.result.SuiteResult;
import org.lusush.lle.suite.result.TestResult;

/** A summary for people, 100 columns wide. */
public final class SuiteText {

  private static final int NAME = 24;
  private static final int LABEL = 36;

  private SuiteText() {}

  /** Returns the summary: what it comes to, then every test with its figures. */
  public static String render(SuiteResult result, Style style) {
    var page = new Page(style);
    page.raw(
        page.tone("SUITE", Tone.STRONG)
            + "  "
            + page.tone(Values.score(result), tone(result))
            + "  "
            + Values.counts(result));
    page.paragraph("  ", Values.about(result), Tone.FAINT);
    result.tests().forEach(test -> test(page, test));
    return page.toString();
  }

  private static Tone tone(SuiteResult result) {
    boolean failed = result.count(TestResult.State.FAILED) > 0;
    return failed || result.missed() > 0 ? Tone.BAD : Tone.GOOD;
  }

  private static void test(Page page, TestResult test) {
    page.blank();
    page.raw(
        page.tone(test.kind().label().toUpperCase(Locale.ROOT), Tone.STRONG)
            + "  "
            + page.tone(test.state().label(), tone(test.state())));
    page.paragraph("  ", test.sentence(), Tone.PLAIN);
    if (test.state() == TestResult.State.PASSED) {
      figures(page, test);
    }
  }

  private static Tone tone(TestResult.State state) {
    return switch (state) {
      case PASSED -> Tone.GOOD;
      case FAILED -> Tone.BAD;
      case NOT_RUN -> Tone.WARNING;
    };
  }

  private static void figures(Page page, TestResult test) {
    var table =
        new Table()
            .text("figure", NAME)
            .text("", LABEL)
            .figure("measured")
            .figure("target")
            .text("", NAME);
    for (Figure figure : test.figures()) {
      var state = figure.state();
      table.row(
          figure.measure().key(),
          figure.measure().label(),
          Values.value(figure),
          Values.target(figure),
          new Table.Cell(state.label(), Values.tone(state)));
    }
    table.print(page);
    for (Figure figure : test.figures()) {
      if (!figure.note().isEmpty()) {
        page.paragraph("  i ", figure.measure().key() + ": " + figure.note(), Tone.FAINT);
      }
    }
  }
}
