// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.Origin;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.events.score.KeystrokeScore;
import org.lusush.lle.events.score.Score;
import org.lusush.lle.events.score.ScoreInputs;

/**
 * A report for programs. Names never change within one {@code formatVersion}, units are in them,
 * fractions are from 0 to 1, moments are ISO 8601 in UTC, and what is not known is left out.
 */
public final class JsonReport {

  /** Raised when a name's meaning changes or a name goes; new names do not raise it. */
  public static final int FORMAT_VERSION = 1;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonReport() {}

  /** Returns the report as one JSON object, ended by a line break. */
  public static String render(Report report) {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try {
      return MAPPER.writer(printer).writeValueAsString(toJson(report)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values could not be written", e);
    }
  }

  /** Returns the report as a tree. */
  static ObjectNode toJson(Report report) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("formatVersion", FORMAT_VERSION);
    root.put("complete", isComplete(report));
    addUnreadable(root, report);
    report.analysis().ifPresent(analysis -> addAnalysis(root, analysis));
    report.findings().ifPresent(findings -> RuleReport.add(root.putObject("rules"), findings));
    return root;
  }

  private static boolean isComplete(Report report) {
    return report.failures().isEmpty()
        && report.analysis().map(a -> !a.recording().isIncomplete()).orElse(true);
  }

  private static void addUnreadable(ObjectNode root, Report report) {
    var array = root.putArray("unreadable");
    for (ReadOutcome.Failure failure : report.failures()) {
      array
          .addObject()
          .put("file", failure.file())
          .put("problem", failure.problem().label())
          .put("message", failure.problem().sentence());
    }
  }

  private static void addAnalysis(ObjectNode root, Analysis analysis) {
    JsonSources.add(root, analysis.recording().sources());
    addScore(root.putObject("score"), analysis);
    analysis
        .keystrokeScore()
        .ifPresent(score -> addKeystrokeScore(root.putObject("keystrokeScore"), score));
    JsonContents.add(root, analysis);
  }

  private static void addScore(ObjectNode node, Analysis analysis) {
    analysis.score().value().ifPresent(value -> node.put("value", value));
    node.put("responseFromStatistics", analysis.responseFrom() == Origin.STATISTICS)
        .put("responseSource", analysis.responseFrom().label());
    var terms = node.putArray("terms");
    for (Score.Term term : analysis.score().terms()) {
      ObjectNode entry = terms.addObject().put("kind", term.kind().label());
      term.points().ifPresent(points -> entry.put("points", points));
      entry.put("evidence", term.evidence());
    }
    addInputs(node.putObject("inputs"), analysis.inputs());
  }

  private static void addKeystrokeScore(ObjectNode node, KeystrokeScore score) {
    node.put("value", score.value());
    var terms = node.putArray("terms");
    for (KeystrokeScore.Term term : score.terms()) {
      terms
          .addObject()
          .put("name", term.name())
          .put("points", term.points())
          .put("evidence", term.evidence());
    }
  }

  private static void addInputs(ObjectNode node, ScoreInputs inputs) {
    inputs.meanResponseNanos().ifPresent(nanos -> node.put("meanResponseNanos", nanos));
    inputs.hitRate().ifPresent(rate -> node.put("hitRate", rate));
    inputs.zeroAllocation().ifPresent(share -> node.put("zeroAllocation", share));
    inputs.errorRate().ifPresent(rate -> node.put("errorRate", rate));
    inputs.criticalHotSpots().ifPresent(count -> node.put("criticalHotSpots", count));
  }
}
