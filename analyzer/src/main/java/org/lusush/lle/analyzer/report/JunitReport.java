// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.Printable;
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
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      write(xml, cases);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a document in memory could not be written", e);
    }
    return text.toString();
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

  private static void write(XMLStreamWriter xml, List<Case> cases) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(xml, 0);
    xml.writeStartElement("testsuites");
    line(xml, 1);
    xml.writeStartElement("testsuite");
    attribute(xml, "name", SUITE);
    attribute(xml, "tests", Integer.toString(cases.size()));
    attribute(xml, "failures", count(cases, "failure"));
    attribute(xml, "errors", count(cases, "error"));
    attribute(xml, "skipped", "0");
    for (Case one : cases) {
      line(xml, 2);
      write(xml, one);
    }
    line(xml, 1);
    xml.writeEndElement();
    line(xml, 0);
    xml.writeEndElement();
    line(xml, 0);
    xml.writeEndDocument();
  }

  private static void write(XMLStreamWriter xml, Case one) throws XMLStreamException {
    if (one.message.isEmpty()) {
      xml.writeEmptyElement("testcase");
    } else {
      xml.writeStartElement("testcase");
    }
    attribute(xml, "classname", SUITE + "." + one.group);
    attribute(xml, "name", one.name);
    attribute(xml, "time", "0");
    if (!one.message.isEmpty()) {
      line(xml, 3);
      xml.writeEmptyElement(one.element);
      attribute(xml, "message", one.message);
      line(xml, 2);
      xml.writeEndElement();
    }
  }

  private static String count(List<Case> cases, String element) {
    return Long.toString(
        cases.stream()
            .filter(one -> !one.message.isEmpty() && one.element.equals(element))
            .count());
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, xmlText(value));
  }

  /** Returns the text without what no XML document can hold. */
  private static String xmlText(String text) {
    return Printable.safe(text).replace("\uFFFE", "").replace("\uFFFF", "");
  }

  private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
