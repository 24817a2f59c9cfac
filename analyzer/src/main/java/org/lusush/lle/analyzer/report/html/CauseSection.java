// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.cause.CauseShare;
import org.lusush.lle.analyzer.model.cause.SlowSpans;
import org.lusush.lle.analyzer.model.cause.TailCauses;
import org.lusush.lle.analyzer.report.Units;

/** What slow keystrokes and slow operations spent their time on. */
final class CauseSection {

  private static final int SUBJECTS = 10;

  private CauseSection() {}

  static void add(PageBuilder page, Analysis analysis) {
    List<TailCauses> tails = analysis.causes().stream().limit(SUBJECTS).toList();
    if (tails.isEmpty()) {
      return;
    }
    var section =
        page.section(
            "causes",
            "Causes",
            "What slow keystrokes and slow operations spent their time on, by what the JVM did at"
                + " that time.");
    addChart(section, tails);
    SlowSpans slow = analysis.recording().contents().slow();
    org.lusush.lle.analyzer.report.CauseSection.notRecorded(slow.looked())
        .ifPresent(sentence -> section.note(capitalized(sentence) + "."));
    if (slow.left() > 0) {
      section.note(
          Units.count(slow.left(), "event")
              + " of the JVM were left out, for there were too many in one chunk; causes of the"
              + " keystrokes beside them may be missing.",
          "warn");
    }
    section.end();
  }

  private static void addChart(PageBuilder.Section section, List<TailCauses> tails) {
    var table =
        new TableBuilder("Causes of slow work", 120)
            .text("of")
            .figure("slow ones")
            .figure("from")
            .text("cause")
            .figure("share")
            .figure("time")
            .figure("first in")
            .text("mostly");
    tails.forEach(tail -> tail.shares().forEach(share -> addRow(table, tail, share)));
    ObjectNode chart =
        section.chart("causes", "Causes of slow work, by kind of work", summary(tails), table);
    ArrayNode subjects = chart.putArray("subjects");
    for (TailCauses tail : tails) {
      ObjectNode node =
          subjects
              .addObject()
              .put("name", PageBuilder.name(tail.subject()))
              .put("slow", tail.spans())
              .put("count", tail.of());
      ArrayNode shares = node.putArray("shares");
      for (CauseShare share : tail.shares()) {
        shares
            .addArray()
            .add(share.cause().label())
            .add(share.share())
            .add(PageBuilder.name(share.evidence()));
      }
    }
  }

  private static void addRow(TableBuilder table, TailCauses tail, CauseShare share) {
    table.row(
        tail.subject(),
        Units.count(tail.spans()) + " of " + Units.count(tail.of()),
        Units.duration(tail.fromNanos()),
        share.cause().label(),
        TableBuilder.share(share.share()),
        Units.duration(share.nanos()),
        Units.count(share.first()),
        share.evidence());
  }

  private static String summary(List<TailCauses> tails) {
    TailCauses first = tails.get(0);
    String main =
        first.shares().stream()
            .findFirst()
            .map(s -> ": " + Units.percent(s.share()) + " of their time is " + s.cause().label())
            .orElse("");
    return "The %s slowest of %s %ss took %s or longer%s."
        .formatted(
            Units.count(first.spans()),
            Units.count(first.of()),
            first.subject(),
            Units.duration(first.fromNanos()),
            main);
  }

  private static String capitalized(String sentence) {
    return sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1);
  }
}
