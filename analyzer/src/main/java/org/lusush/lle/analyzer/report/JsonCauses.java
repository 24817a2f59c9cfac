// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lusush.lle.analyzer.model.cause.Cause;
import org.lusush.lle.analyzer.model.cause.CauseShare;
import org.lusush.lle.analyzer.model.cause.SlowSpans;
import org.lusush.lle.analyzer.model.cause.TailCauses;

/** What slow keystrokes and slow operations spent their time on, as JSON. */
final class JsonCauses {

  private JsonCauses() {}

  static void add(ObjectNode root, List<TailCauses> causes, SlowSpans spans) {
    ArrayNode tails = root.putArray("causes");
    causes.forEach(tail -> addTail(tails.addObject(), tail));
    ArrayNode looked = root.putArray("causesRecorded");
    spans.looked().stream().sorted().map(Cause::label).forEach(looked::add);
  }

  private static void addTail(ObjectNode node, TailCauses tail) {
    node.put("subject", tail.subject())
        .put("slow", tail.spans())
        .put("count", tail.of())
        .put("fromNanos", tail.fromNanos())
        .put("nanos", tail.nanos());
    ArrayNode shares = node.putArray("shares");
    for (CauseShare share : tail.shares()) {
      shares
          .addObject()
          .put("cause", share.cause().label())
          .put("nanos", share.nanos())
          .put("share", share.share())
          .put("slow", share.spans())
          .put("first", share.first())
          .put("evidence", share.evidence());
    }
  }
}
