// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.night.Verdict;

/** A verdict as JUnit's XML: a case for each figure, failed where it got worse. */
public final class JudgementJunit {

  private JudgementJunit() {}

  public static String render(Judgement judgement) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      suite(xml, judgement);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("plain values could not be written", e);
    }
    return text + "\n";
  }

  private static void suite(XMLStreamWriter xml, Judgement judgement) throws XMLStreamException {
    List<Comparison> cases =
        Stream.concat(
                JudgementSentences.all(judgement.changes()).stream(),
                JudgementSentences.all(judgement.comparisons()).stream())
            .toList();
    boolean inconclusive = judgement.verdict() == Verdict.INCONCLUSIVE;
    xml.writeStartElement("testsuite");
    attribute(xml, "name", "lle " + judgement.after().date());
    attribute(xml, "tests", Integer.toString(cases.size() + 1));
    attribute(xml, "failures", inconclusive ? "0" : Long.toString(count(cases, Finding.WORSE)));
    attribute(xml, "errors", "0");
    attribute(
        xml,
        "skipped",
        inconclusive ? Integer.toString(cases.size() + 1) : Long.toString(unclear(cases)));
    verdict(xml, judgement);
    for (Comparison c : cases) {
      figure(xml, c, inconclusive);
    }
    end(xml);
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

  private static void verdict(XMLStreamWriter xml, Judgement judgement) throws XMLStreamException {
    start(xml, "lle.verdict", judgement.verdict().label());
    if (judgement.verdict() == Verdict.INCONCLUSIVE) {
      skipped(xml, String.join("; ", judgement.reasons()));
    }
    xml.writeStartElement("system-out");
    xml.writeCharacters(
        Printable.safe(
            String.join(
                ". ",
                Stream.of(
                        List.of(JudgementSentences.basis(judgement)),
                        judgement.reasons(),
                        JudgementSentences.findings(judgement),
                        JudgementSentences.suspicions(judgement),
                        judgement.notes())
                    .flatMap(List::stream)
                    .toList())));
    end(xml);
    end(xml);
  }

  private static void figure(XMLStreamWriter xml, Comparison c, boolean inconclusive)
      throws XMLStreamException {
    start(
        xml,
        "lle." + c.subject().replace('.', ' '),
        c.figure().label() + (c.since().isPresent() ? " over the nights" : ""));
    String sentence = JudgementSentences.sentence(c);
    if (inconclusive) {
      skipped(xml, "the verdict is inconclusive");
    } else if (c.finding() == Finding.WORSE) {
      xml.writeStartElement("failure");
      attribute(xml, "type", "regression");
      attribute(xml, "message", sentence);
      end(xml);
    } else if (isOpen(c.finding())) {
      skipped(xml, c.finding().label() + ": " + sentence);
    }
    end(xml);
  }

  private static void start(XMLStreamWriter xml, String className, String name)
      throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    attribute(xml, "classname", className);
    attribute(xml, "name", name);
  }

  private static void skipped(XMLStreamWriter xml, String message) throws XMLStreamException {
    xml.writeStartElement("skipped");
    attribute(xml, "message", message);
    end(xml);
  }

  private static void end(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, Printable.safe(value));
  }
}
