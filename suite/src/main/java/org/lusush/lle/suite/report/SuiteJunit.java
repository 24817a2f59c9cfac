// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.report;

import org.lusush.lle.analyzer.report.JunitXml;
import org.lusush.lle.suite.result.Figure;
import org.lusush.lle.suite.result.SuiteResult;
import org.lusush.lle.suite.result.TestResult;

/**
 * A summary as JUnit's XML: a suite for each test, a case for each figure that has a target, and
 * one for the test itself.
 */
public final class SuiteJunit {

  private SuiteJunit() {}

  /** Returns one XML document, ended by a line break. */
  public static String render(SuiteResult result) {
    return JunitXml.document(
        xml -> {
          xml.start("testsuites");
          result.tests().forEach(test -> suite(xml, test));
          xml.line(0).end();
        });
  }

  private static void suite(JunitXml xml, TestResult test) {
    boolean ran = test.state() == TestResult.State.PASSED;
    var cases =
        test.figures().stream().filter(figure -> ran && figure.target().isPresent()).toList();
    long skipped = cases.stream().filter(f -> f.state() == Figure.State.NOT_MEASURED).count();
    xml.line(1)
        .start("testsuite")
        .attribute("name", "lle suite " + test.kind().label())
        .attribute("tests", cases.size() + 1L)
        .attribute("failures", test.count(Figure.State.MISSED))
        .attribute("errors", test.state() == TestResult.State.FAILED ? 1 : 0)
        .attribute("skipped", skipped + (test.state() == TestResult.State.NOT_RUN ? 1 : 0))
        .attribute("time", Double.toString(test.took().toMillis() / 1_000.0));
    itself(xml, test);
    for (Figure figure : cases) {
      figure(xml, test, figure);
    }
    xml.line(1).end();
  }

  private static void itself(JunitXml xml, TestResult test) {
    start(xml, test, "runs");
    if (test.state() == TestResult.State.FAILED) {
      message(xml, "error", test.sentence());
    } else if (test.state() == TestResult.State.NOT_RUN) {
      message(xml, "skipped", test.sentence());
    }
    xml.end();
  }

  private static void figure(JunitXml xml, TestResult test, Figure figure) {
    start(xml, test, figure.measure().key());
    if (figure.state() == Figure.State.MISSED) {
      message(
          xml,
          "failure",
          figure.measure().label()
              + " is "
              + Values.value(figure)
              + ", target "
              + Values.target(figure));
    } else if (figure.state() == Figure.State.NOT_MEASURED) {
      message(xml, "skipped", figure.note());
    }
    xml.end();
  }

  private static void start(JunitXml xml, TestResult test, String name) {
    xml.line(2)
        .start("testcase")
        .attribute("classname", "lle suite." + test.kind().label())
        .attribute("name", name)
        .attribute("time", 0);
  }

  private static void message(JunitXml xml, String element, String message) {
    xml.empty(element).attribute("message", message);
  }
}
