// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.io.StringWriter;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.lusush.lle.analyzer.model.Printable;

/** JUnit's XML in the making, in which no text can be markup. Not thread-safe. */
public final class JunitXml {

  private final XMLStreamWriter xml;

  private JunitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Returns one document, ended by a line break. */
  public static String document(Consumer<JunitXml> body) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      body.accept(new JunitXml(xml));
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw unwritten(e);
    }
    return text + "\n";
  }

  /** Begins an element, which {@link #end} ends. */
  public JunitXml start(String element) {
    return write(() -> xml.writeStartElement(element));
  }

  /** Adds an element that has attributes only. */
  public JunitXml empty(String element) {
    return write(() -> xml.writeEmptyElement(element));
  }

  /** Adds an attribute to the element that was begun or added last. */
  public JunitXml attribute(String name, String value) {
    return write(() -> xml.writeAttribute(name, safe(value)));
  }

  /** Adds an attribute to the element that was begun or added last. */
  public JunitXml attribute(String name, long value) {
    return attribute(name, Long.toString(value));
  }

  /** Adds text to the element that was begun last. */
  public JunitXml text(String text) {
    return write(() -> xml.writeCharacters(safe(text)));
  }

  /** Begins a line that is indented by so many steps. */
  public JunitXml line(int depth) {
    return write(() -> xml.writeCharacters("\n" + "  ".repeat(depth)));
  }

  /** Ends the element that was begun last. */
  public JunitXml end() {
    return write(xml::writeEndElement);
  }

  /** Writes a part. */
  @FunctionalInterface
  private interface Part {
    void write() throws XMLStreamException;
  }

  private JunitXml write(Part part) {
    try {
      part.write();
    } catch (XMLStreamException e) {
      throw unwritten(e);
    }
    return this;
  }

  private static IllegalStateException unwritten(XMLStreamException e) {
    return new IllegalStateException("a document in memory could not be written", e);
  }

  /** Returns the text without what no XML document can hold. */
  private static String safe(String text) {
    return Printable.safe(text).replace("\uFFFE", "").replace("\uFFFF", "");
  }
}
