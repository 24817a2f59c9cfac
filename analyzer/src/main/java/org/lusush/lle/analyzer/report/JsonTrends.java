// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lusush.lle.analyzer.model.trend.TrendLine;

/** Where figures are heading, as JSON. */
final class JsonTrends {

  private JsonTrends() {}

  static void add(ObjectNode root, List<TrendLine> lines) {
    ArrayNode trends = root.putArray("trends");
    for (TrendLine line : lines) {
      trends
          .addObject()
          .put("subject", line.series().subject())
          .put("figure", line.series().figure())
          .put("unit", line.series().dimension().label())
          .put("per", line.series().clock().unit())
          .put("points", line.series().points().size())
          .put("direction", line.direction().label())
          .put("slope", JudgementSentences.rounded(line.slope()))
          .put("low", JudgementSentences.rounded(line.low()))
          .put("high", JudgementSentences.rounded(line.high()))
          .put("change", JudgementSentences.rounded(line.change()))
          .put("tau", JudgementSentences.rounded(line.tau()))
          .put("pValue", JudgementSentences.rounded(line.pValue()));
    }
  }
}
