// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.lusush.lle.analyzer.model.Finding;
import org.lusush.lle.analyzer.model.Finding.Severity;
import org.lusush.lle.analyzer.model.Findings;
import org.lusush.lle.analyzer.model.ReadOutcome;

/** What the rules say, for people and for programs. */
public final class RuleReport {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RuleReport() {}

  /**
   * Returns a report for people, 100 columns wide.
   *
   * @param brief whether to leave out explanations and solutions
   */
  public static String text(Findings findings, boolean brief, Style style) {
    var page = new Page(style);
    RuleSection.print(page, findings, !brief);
    return page.toString().stripLeading();
  }

  /** Returns a report for programs: one JSON object, ended by a line break. */
  public static String json(Optional<Findings> findings, List<ReadOutcome.Failure> failures) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("formatVersion", JsonReport.FORMAT_VERSION);
    var unreadable = root.putArray("unreadable");
    for (ReadOutcome.Failure failure : failures) {
      unreadable
          .addObject()
          .put("file", failure.file())
          .put("problem", failure.problem().label())
          .put("message", failure.problem().sentence());
    }
    findings.ifPresent(found -> add(root, found));
    var indenter = new DefaultIndenter("  ", "\n");
    var printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try {
      return MAPPER.writer(printer).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values could not be written", e);
    }
  }

  /** Adds the findings to an object, each with a score from 0 to 100, or -1 when not judged. */
  static void add(ObjectNode root, Findings findings) {
    var notes = root.putArray("notes");
    findings.notes().forEach(notes::add);
    var array = root.putArray("findings");
    for (Finding finding : findings.all()) {
      array
          .addObject()
          .put("rule", finding.rule())
          .put("name", finding.name())
          .put("topic", finding.topic())
          .put("severity", label(finding.severity()))
          .put("score", finding.score())
          .put("summary", finding.summary())
          .put("explanation", finding.explanation())
          .put("solution", finding.solution());
    }
  }

  private static String label(Severity severity) {
    return severity.label().replace(' ', '-');
  }
}
