// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.report;

import org.lusush.lle.analyzer.report.Markdown;
import org.lusush.lle.suite.result.Figure;
import org.lusush.lle.suite.result.SuiteResult;
import org.lusush.lle.suite.result.TestResult;

/** A summary in GitHub's Markdown, such as for a pull request. */
public final class SuiteMarkdown {

  private SuiteMarkdown() {}

  /** Returns the summary: what it comes to, then every test with its figures. */
  public static String render(SuiteResult result) {
    var page = new Markdown();
    page.line("## lle suite: " + Values.score(result)).blank();
    page.line(Values.counts(result)).blank();
    page.line(Markdown.text(Values.about(result)));
    result.tests().forEach(test -> test(page, test));
    return page.toString();
  }

  private static void test(Markdown page, TestResult test) {
    page.blank().line("### " + test.kind().label() + ": " + test.state().label()).blank();
    page.line(Markdown.text(test.sentence()));
    if (test.state() != TestResult.State.PASSED) {
      return;
    }
    page.blank().head("figure", "", "measured:", "target:", "");
    for (Figure figure : test.figures()) {
      page.row(
          Markdown.code(figure.measure().key()),
          Markdown.text(figure.measure().label() + note(figure)),
          Markdown.text(Values.value(figure)),
          Markdown.text(Values.target(figure)),
          figure.state() == Figure.State.MISSED ? "**missed**" : figure.state().label());
    }
  }

  private static String note(Figure figure) {
    return figure.note().isEmpty() ? "" : " (" + figure.note() + ")";
  }
}
