// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.night.Night;

/**
 * A verdict for programs. Names never change within one {@code formatVersion}; shifts of durations
 * and bytes are fractions of the figure before, those of shares are differences.
 */
public final class JudgementJson {

  /** Raised when a name's meaning changes or a name goes; new names do not raise it. */
  public static final int FORMAT_VERSION = 1;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JudgementJson() {}

  /** Returns the verdict as one JSON object, ended by a line break. */
  public static String render(Judgement judgement) {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try {
      return MAPPER.writer(printer).writeValueAsString(toJson(judgement)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values could not be written", e);
    }
  }

  private static ObjectNode toJson(Judgement judgement) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("formatVersion", FORMAT_VERSION)
        .put("verdict", judgement.verdict().label())
        .put("comparableNights", judgement.nights().size());
    texts(root.putArray("reasons"), judgement.reasons());
    texts(root.putArray("findings"), JudgementSentences.findings(judgement));
    texts(root.putArray("suspected"), JudgementSentences.suspicions(judgement));
    texts(root.putArray("notes"), judgement.notes());
    judgement.before().ifPresent(night -> night(root.putObject("before"), night));
    night(root.putObject("after"), judgement.after());
    comparisons(root.putArray("changes"), judgement.changes());
    comparisons(root.putArray("comparisons"), judgement.comparisons());
    JsonTrends.add(root, judgement.trends());
    return root;
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private static void night(ObjectNode node, Night night) {
    node.put("night", night.date().toString())
        .put("recordings", night.recordings())
        .put("histories", night.histories())
        .put("shell", night.setup().shell())
        .put("editor", night.setup().editor())
        .put("jdk", night.setup().jdk())
        .put("processors", night.setup().processors())
        .put("settings", night.setup().settings())
        .put("keystrokes", night.setup().keystrokes())
        .put("seconds", night.setup().seconds());
    texts(node.putArray("lost"), night.setup().lost());
  }

  private static void comparisons(ArrayNode array, List<Comparison> comparisons) {
    JudgementSentences.all(comparisons).forEach(c -> comparison(array.addObject(), c));
  }

  private static void comparison(ObjectNode node, Comparison c) {
    node.put("subject", c.subject())
        .put("figure", c.figure().label())
        .put("unit", c.figure().dimension().label())
        .put("finding", c.finding().label());
    c.since().ifPresent(date -> node.put("since", date.toString()));
    node.put("before", JudgementSentences.rounded(c.before()))
        .put("after", JudgementSentences.rounded(c.after()))
        .put("shift", JudgementSentences.rounded(c.shift()));
    if (Double.isFinite(c.low()) && Double.isFinite(c.high())) {
      node.put("low", JudgementSentences.rounded(c.low()))
          .put("high", JudgementSentences.rounded(c.high()));
    }
    node.put("pValue", JudgementSentences.rounded(c.pValue()))
        .put("samplesBefore", c.samplesBefore())
        .put("samplesAfter", c.samplesAfter());
    c.spread()
        .ifPresent(
            spread ->
                node.putObject("distributions")
                    .put("superiority", JudgementSentences.rounded(spread.superiority()))
                    .put("mannWhitneyP", JudgementSentences.rounded(spread.mannWhitney()))
                    .put("distance", JudgementSentences.rounded(spread.distance()))
                    .put(
                        "kolmogorovSmirnovP",
                        JudgementSentences.rounded(spread.kolmogorovSmirnov())));
    c.grown()
        .ifPresent(
            grown ->
                node.putObject("cause")
                    .put("cause", grown.cause())
                    .put("beforeNanos", Math.round(grown.before()))
                    .put("afterNanos", Math.round(grown.after()))
                    .put("evidence", grown.evidence()));
  }
}
