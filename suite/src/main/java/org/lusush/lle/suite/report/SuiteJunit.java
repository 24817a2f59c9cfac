// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.lusush.lle.analyzer.model.Printable;
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
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      line(xml, 0);
      xml.writeStartElement("testsuites");
      for (TestResult test : result.tests()) {
        suite(xml, test);
      }
      line(xml, 0);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a document in memory could not be written", e);
    }
    return text + "\n";
  }

  private static void suite(XMLStreamWriter xml, TestResult test) throws XMLStreamException {
    boolean ran = test.state() == TestResult.State.PASSED;
    var cases =
        test.figures().stream().filter(figure -> ran && figure.target().isPresent()).toList();
    long skipped = cases.stream().filter(f -> f.state() == Figure.State.NOT_MEASURED).count();
    line(xml, 1);
    xml.writeStartElement("testsuite");
    attribute(xml, "name", "lle suite " + test.kind().label());
    attribute(xml, "tests", Integer.toString(cases.size() + 1));
    attribute(xml, "failures", Integer.toString(test.count(Figure.State.MISSED)));
    attribute(xml, "errors", test.state() == TestResult.State.FAILED ? "1" : "0");
    attribute(
        xml,
        "skipped",
        Long.toString(skipped + (test.state() == TestResult.State.NOT_RUN ? 1 : 0)));
    attribute(xml, "time", Double.toString(test.took().toMillis() / 1_000.0));
    itself(xml, test);
    for (Figure figure : cases) {
      figure(xml, test, figure);
    }
    line(xml, 1);
    xml.writeEndElement();
  }

  private static void itself(XMLStreamWriter xml, TestResult test) throws XMLStreamException {
    start(xml, test, "runs");
    if (test.state() == TestResult.State.FAILED) {
      message(xml, "error", test.sentence());
    } else if (test.state() == TestResult.State.NOT_RUN) {
      message(xml, "skipped", test.sentence());
    }
    end(xml);
  }

  private static void figure(XMLStreamWriter xml, TestResult test, Figure figure)
      throws XMLStreamException {
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
    end(xml);
  }

  private static void start(XMLStreamWriter xml, TestResult test, String name)
      throws XMLStreamException {
    line(xml, 2);
    xml.writeStartElement("testcase");
    attribute(xml, "classname", "lle suite." + test.kind().label());
    attribute(xml, "name", name);
    attribute(xml, "time", "0");
  }

  private static void message(XMLStreamWriter xml, String element, String message)
      throws XMLStreamException {
    xml.writeEmptyElement(element);
    attribute(xml, "message", message);
  }

  private static void end(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, Printable.safe(value).replace("\uFFFE", "").replace("\uFFFF", ""));
  }

  private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
