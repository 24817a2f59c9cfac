// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lusush.lle.analyzer.model.Printable;

/**
 * A report for spreadsheets and data frames: one long table with a row for each figure, after RFC
 * 4180. It holds what the JSON report does, under the same names, but for the trees of what work
 * consisted of.
 *
 * <p>A text that a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class CsvReport {

  private static final String TOP = "report";

  /** First characters that make a spreadsheet compute a text. */
  private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

  /** What tells the entries of a list apart; entries of others are numbered. */
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("unreadable", List.of("file")),
          Map.entry("sources", List.of("file")),
          Map.entry("measuredOperations", List.of("operation")),
          Map.entry("terms", List.of("kind")),
          Map.entry("byWidget", List.of("widget")),
          Map.entry("byKind", List.of("kind")),
          Map.entry("causes", List.of("subject")),
          Map.entry("shares", List.of("cause")),
          Map.entry("hotSpots", List.of("operation", "name")),
          Map.entry("suggestions", List.of("id")),
          Map.entry("timedMethods", List.of("method")),
          Map.entry("operations", List.of("operation")),
          Map.entry("byName", List.of("name")),
          Map.entry("thresholdsExceeded", List.of("operation")),
          Map.entry("caches", List.of("cache")),
          Map.entry("pools", List.of("pool")),
          Map.entry("cacheTiers", List.of("cache")),
          Map.entry("tiers", List.of("tier")),
          Map.entry("course", List.of("time")),
          Map.entry("points", List.of("time", "entries")),
          Map.entry("marks", List.of("time", "kind")),
          Map.entry("findings", List.of("rule")),
          Map.entry("trends", List.of("subject", "figure")),
          Map.entry("missRatioCurves", List.of("cache")),
          Map.entry("poolStatistics", List.of("pool")),
          Map.entry("targets", List.of("target")));

  private final StringBuilder text = new StringBuilder();

  private CsvReport() {}

  /** Returns the table with its header. */
  public static String render(Report report) {
    var csv = new CsvReport();
    csv.text.append("table,item,field,value\r\n");
    ObjectNode json = JsonReport.toJson(report);
    json.remove("trees");
    csv.addObject(TOP, "", "", json);
    return csv.text.toString();
  }

  /**
   * Adds the figures of an object.
   *
   * @param table names of the lists that it is in
   * @param item what tells it apart in them
   * @param field names of the objects that it is in, ended by a dot
   */
  private void addObject(String table, String item, String field, JsonNode object) {
    object
        .properties()
        .forEach(entry -> add(table, item, field + entry.getKey(), entry.getValue()));
  }

  private void add(String table, String item, String field, JsonNode value) {
    if (value.isObject()) {
      addObject(table, item, field + ".", value);
    } else if (value.isArray()) {
      addList(table.equals(TOP) ? field : table + "." + field, item, value);
    } else {
      row(table, item, field, value);
    }
  }

  private void addList(String table, String item, JsonNode list) {
    String name = table.substring(table.lastIndexOf('.') + 1);
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode entry = list.get(i);
      String own = entry.isObject() ? name(name, entry, i) : Integer.toString(i + 1);
      int times = seen.merge(own, 1, Integer::sum);
      String unique = times == 1 ? own : own + " #" + times;
      String path = item.isEmpty() ? unique : item + " / " + unique;
      if (entry.isObject()) {
        addObject(table, path, "", entry);
      } else {
        row(table, path, "value", entry);
      }
    }
  }

  private static String name(String list, JsonNode entry, int index) {
    String name =
        NAMES.getOrDefault(list, List.of()).stream()
            .map(field -> entry.path(field).asText())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? Integer.toString(index + 1) : name;
  }

  private void row(String table, String item, String field, JsonNode value) {
    text.append(quoted(table)).append(',').append(quoted(item)).append(',').append(quoted(field));
    text.append(',').append(value.isTextual() ? quoted(value.asText()) : value.asText());
    text.append("\r\n");
  }

  private static String quoted(String value) {
    String safe = Printable.safe(value);
    boolean formula = !safe.isEmpty() && FORMULA.indexOf(safe.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + safe.replace("\"", "\"\"") + '"';
  }
}
