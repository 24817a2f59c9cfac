// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Source;

/**
 * A report for build servers: JUnit XML with a test case for each file and each limit. A file that
 * cannot be read is an error, a limit that is not met a failure.
 */
public final class JunitReport {

  private static final String SUITE = "lle analyze";

  /** A test case; its message says what is wrong, and is empty when nothing is. */
  private record Case(String group, String name, String element, String message) {}

  private JunitReport() {}

  /**
   * Returns the report as one XML document.
   *
   * @param checks limits that were asked for
   * @param strict whether an incomplete file is a failure
   */
  public static String render(Report report, List<Check> checks, boolean strict) {
    List<Case> cases = cases(report, checks, strict);
    return JunitXml.document(xml -> write(xml, cases));
  }

  private static List<Case> cases(Report report, List<Check> checks, boolean strict) {
    List<Case> cases = new ArrayList<>();
    for (ReadOutcome.Failure failure : report.failures()) {
      cases.add(
          new Case("files", failure.file(), "error", "not read: " + failure.problem().sentence()));
    }
    report.analysis().stream()
        .flatMap(analysis -> analysis.recording().sources().stream())
        .map(source -> new Case("files", source.file(), "failure", missing(source, strict)))
        .forEach(cases::add);
    for (Check check : checks) {
      cases.add(new Case("limits", check.name(), "failure", check.met() ? "" : check.sentence()));
    }
    return cases;
  }

  private static String missing(Source source, boolean strict) {
    return strict
        ? source.gaps().stream()
            .filter(gap -> gap.kind().isLossy())
            .map(Gap::sentence)
            .collect(Collectors.joining("; "))
        : "";
  }

  private static void write(JunitXml xml, List<Case> cases) {
    xml.start("testsuites")
        .line(1)
        .start("testsuite")
        .attribute("name", SUITE)
        .attribute("tests", cases.size())
        .attribute("failures", count(cases, "failure"))
        .attribute("errors", count(cases, "error"))
        .attribute("skipped", 0);
    for (Case one : cases) {
      write(xml.line(2), one);
    }
    xml.line(1).end().line(0).end();
  }

  private static void write(JunitXml xml, Case one) {
    boolean isMet = one.message.isEmpty();
    (isMet ? xml.empty("testcase") : xml.start("testcase"))
        .attribute("classname", SUITE + "." + one.group)
        .attribute("name", one.name)
        .attribute("time", 0);
    if (!isMet) {
      xml.line(3).empty(one.element).attribute("message", one.message).line(2).end();
    }
  }

  private static long count(List<Case> cases, String element) {
    return cases.stream()
        .filter(one -> !one.message.isEmpty() && one.element.equals(element))
        .count();
  }
}
