// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lusush.lle.analyzer.reader.decode.Metadata.Declaration;
import org.lusush.lle.analyzer.reader.decode.Metadata.Field;

/**
 * Reads the event that describes all others: a table of texts, then a tree of elements whose names
 * and attributes are numbers of texts. Labels and descriptions, the most of it, are passed over.
 */
final class MetadataParser {

  private static final String EVENT = "jdk.jfr.Event";
  private static final String UNSIGNED = "jdk.jfr.Unsigned";
  private static final int DEEPEST = 8;
  private static final int LARGEST = 32 << 20;

  /** An element, and those in it, of the names that matter. */
  private record Element(String name, Map<String, String> attributes, List<Element> children) {
    String get(String attribute) {
      return attributes.getOrDefault(attribute, "");
    }
  }

  private final Cursor cursor;
  private final String[] texts;

  private MetadataParser(Cursor cursor, int texts) {
    this.cursor = cursor;
    this.texts = new String[texts];
  }

  /** Reads the metadata at a place, unless it is known. */
  static Metadata parse(Cursor cursor, long place, Descriptions descriptions) throws IOException {
    cursor.seek(place);
    long size = cursor.number(Integer.BYTES);
    if (size <= 0 || size > Math.min(LARGEST, cursor.size() - place)) {
      throw damaged("has an absurd size");
    }
    if (cursor.number() != 0) {
      throw damaged("is not where it should be");
    }
    cursor.number(); // start
    cursor.number(); // duration
    cursor.number(); // its number
    long length = place + size - cursor.at();
    if (length < 0 || !descriptions.keeps(length)) {
      return parse(cursor, place + size);
    }
    byte[] bytes = cursor.peek((int) length);
    Metadata known = descriptions.find(cursor.isCompressed(), bytes);
    if (known != null) {
      return known;
    }
    Metadata read = parse(cursor, place + size);
    descriptions.keep(cursor.isCompressed(), bytes, read);
    return read;
  }

  private static Metadata parse(Cursor cursor, long end) throws IOException {
    int count = cursor.count();
    if (count > end - cursor.at()) {
      throw damaged("has an absurd size");
    }
    var parser = new MetadataParser(cursor, count);
    parser.readTexts();
    Element root = parser.element(0);
    if (cursor.at() > end) {
      throw damaged("goes on after its end");
    }
    return new Metadata(types(root));
  }

  private static DamagedException damaged(String what) {
    return new DamagedException("its description of events " + what);
  }

  private void readTexts() throws IOException {
    var plain = new Texts(new Places(), cursor);
    for (int i = 0; i < texts.length; i++) {
      String text = cursor.text(plain);
      texts[i] = text == null ? "" : text;
    }
  }

  private String text() throws IOException {
    long index = cursor.number(Integer.BYTES);
    if (index < 0 || index >= texts.length) {
      throw damaged("names a text that is not there");
    }
    return texts[(int) index];
  }

  private Element element(int depth) throws IOException {
    if (depth > DEEPEST) {
      throw damaged("is nested too deeply");
    }
    String name = text();
    int attributeCount = cursor.count();
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < attributeCount; i++) {
      attributes.put(text(), text());
    }
    int childCount = cursor.count();
    List<Element> children = new ArrayList<>();
    for (int i = 0; i < childCount; i++) {
      children.add(element(depth + 1));
    }
    return new Element(name, attributes, children);
  }

  private static Map<Long, Declaration> types(Element root) throws IOException {
    List<Element> classes =
        root.children().stream()
            .filter(element -> element.name().equals("metadata"))
            .flatMap(element -> element.children().stream())
            .filter(element -> element.name().equals("class"))
            .toList();
    Map<Long, String> names = new HashMap<>();
    for (Element element : classes) {
      names.put(id(element, "id"), element.get("name"));
    }
    Map<Long, Declaration> types = new HashMap<>();
    for (Element element : classes) {
      Declaration type = type(element, names);
      if (types.put(type.id(), type) != null) {
        throw damaged("declares a type twice");
      }
    }
    return types;
  }

  private static Declaration type(Element element, Map<Long, String> names) throws IOException {
    List<Field> fields = new ArrayList<>();
    for (Element child : element.children()) {
      if (child.name().equals("field")) {
        fields.add(field(child, names));
      }
    }
    return new Declaration(
        id(element, "id"),
        element.get("name"),
        element.get("superType").equals(EVENT),
        Boolean.parseBoolean(element.get("simpleType")),
        fields);
  }

  private static Field field(Element element, Map<Long, String> names) throws IOException {
    Unit unit = Unit.NONE;
    boolean unsigned = false;
    for (Element child : element.children()) {
      if (child.name().equals("annotation")) {
        String annotation = names.getOrDefault(id(child, "class"), "");
        Unit said = Unit.of(annotation, child.get("value"));
        unit = said == Unit.NONE ? unit : said;
        unsigned |= annotation.equals(UNSIGNED);
      }
    }
    String dimension = element.get("dimension");
    return new Field(
        element.get("name"),
        id(element, "class"),
        Boolean.parseBoolean(element.get("constantPool")),
        dimension.isEmpty() ? 0 : (int) number(dimension),
        unit,
        unsigned);
  }

  private static long id(Element element, String attribute) throws IOException {
    return number(element.get(attribute));
  }

  private static long number(String text) throws IOException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw damaged("has a number that is none");
    }
  }
}
