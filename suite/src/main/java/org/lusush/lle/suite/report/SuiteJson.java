// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lusush.lle.suite.result.Figure;
import org.lusush.lle.suite.result.SuiteResult;
import org.lusush.lle.suite.result.TestResult;

/**
 * A summary for programs. Names never change within one {@code formatVersion}; each figure is in
 * the unit beside it.
 */
public final class SuiteJson {

  /** Raised when a name's meaning changes or a name goes; new names do not raise it. */
  public static final int FORMAT_VERSION = 1;

  private static final double SECOND_MILLIS = 1_000;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SuiteJson() {}

  /** Returns the summary as one JSON object, ended by a line break. */
  public static String render(SuiteResult result) {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try {
      return MAPPER.writer(printer).writeValueAsString(toJson(result)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values could not be written", e);
    }
  }

  private static ObjectNode toJson(SuiteResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("formatVersion", FORMAT_VERSION)
        .put("started", result.started().toString())
        .put("seconds", result.took().toMillis() / SECOND_MILLIS);
    root.putObject("machine")
        .put("os", result.machine().os())
        .put("arch", result.machine().arch())
        .put("processors", result.machine().processors())
        .put("memoryBytes", result.machine().memoryBytes());
    root.putObject("shell")
        .put("name", result.shell().name())
        .put("editor", result.shell().editor())
        .put("jvm", result.shell().jvm());
    root.put("keystrokesPerRound", result.keystrokes());
    result.score().ifPresentOrElse(score -> root.put("score", score), () -> root.putNull("score"));
    root.putObject("tests")
        .put("passed", result.count(TestResult.State.PASSED))
        .put("failed", result.count(TestResult.State.FAILED))
        .put("notRun", result.count(TestResult.State.NOT_RUN));
    root.putObject("targets")
        .put("met", result.met())
        .put("missed", result.missed())
        .put("notMeasured", result.notMeasured());
    var results = root.putArray("results");
    result.tests().forEach(test -> test(results.addObject(), test));
    return root;
  }

  private static void test(ObjectNode node, TestResult test) {
    node.put("test", test.kind().label())
        .put("state", test.state().label())
        .put("sentence", test.sentence())
        .put("seconds", test.took().toMillis() / SECOND_MILLIS);
    test.verdict().ifPresent(verdict -> node.put("verdict", verdict));
    var recordings = node.putArray("recordings");
    test.recordings().forEach(recordings::add);
    var figures = node.putArray("figures");
    test.figures().forEach(figure -> figure(figures.addObject(), figure));
  }

  private static void figure(ObjectNode node, Figure figure) {
    node.put("name", figure.measure().key()).put("unit", figure.measure().unit().label());
    figure.value().ifPresentOrElse(v -> node.put("value", v), () -> node.putNull("value"));
    figure.target().ifPresent(limit -> node.put("target", limit));
    node.put("higherIsBetter", figure.measure().higherIsBetter());
    if (figure.state() != Figure.State.FREE) {
      node.put("state", figure.state().label());
    }
    if (!figure.note().isEmpty()) {
      node.put("note", figure.note());
    }
  }
}
