// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.night.Verdict;

/** A verdict as JUnit's XML: a case for each figure, failed where it got worse. */
public final class JudgementJunit {

  private JudgementJunit() {}

  public static String render(Judgement judgement) {
    return JunitXml.document(xml -> suite(xml, judgement));
  }

  private static void suite(JunitXml xml, Judgement judgement) {
    List<Comparison> cases =
        Stream.concat(
                JudgementSentences.all(judgement.changes()).stream(),
                JudgementSentences.all(judgement.comparisons()).stream())
            .toList();
    boolean inconclusive = judgement.verdict() == Verdict.INCONCLUSIVE;
    xml.start("testsuite")
        .attribute("name", "lle " + judgement.after().date())
        .attribute("tests", cases.size() + 1L)
        .attribute("failures", inconclusive ? 0 : count(cases, Finding.WORSE))
        .attribute("errors", 0)
        .attribute("skipped", inconclusive ? cases.size() + 1L : unclear(cases));
    verdict(xml, judgement);
    for (Comparison c : cases) {
      figure(xml, c, inconclusive);
    }
    xml.end();
  }

  private static long count(List<Comparison> cases, Finding finding) {
    return cases.stream().filter(c -> c.finding() == finding).count();
  }

  private static long unclear(List<Comparison> cases) {
    return cases.stream().filter(c -> isOpen(c.finding())).count();
  }

  private static boolean isOpen(Finding finding) {
    return finding == Finding.UNCLEAR || finding.isSuspected();
  }

  private static void verdict(JunitXml xml, Judgement judgement) {
    start(xml, "lle.verdict", judgement.verdict().label());
    if (judgement.verdict() == Verdict.INCONCLUSIVE) {
      skipped(xml, String.join("; ", judgement.reasons()));
    }
    List<String> sentences =
        Stream.of(
                List.of(JudgementSentences.basis(judgement)),
                judgement.reasons(),
                JudgementSentences.findings(judgement),
                JudgementSentences.suspicions(judgement),
                judgement.notes())
            .flatMap(List::stream)
            .toList();
    xml.start("system-out").text(String.join(". ", sentences)).end().end();
  }

  private static void figure(JunitXml xml, Comparison c, boolean inconclusive) {
    start(
        xml,
        "lle." + c.subject().replace('.', ' '),
        c.figure().label() + (c.since().isPresent() ? " over the nights" : ""));
    String sentence = JudgementSentences.sentence(c);
    if (inconclusive) {
      skipped(xml, "the verdict is inconclusive");
    } else if (c.finding() == Finding.WORSE) {
      xml.start("failure").attribute("type", "regression").attribute("message", sentence).end();
    } else if (isOpen(c.finding())) {
      skipped(xml, c.finding().label() + ": " + sentence);
    }
    xml.end();
  }

  private static void start(JunitXml xml, String className, String name) {
    xml.line(1).start("testcase").attribute("classname", className).attribute("name", name);
  }

  private static void skipped(JunitXml xml, String message) {
    xml.start("skipped").attribute("message", message).end();
  }
}
