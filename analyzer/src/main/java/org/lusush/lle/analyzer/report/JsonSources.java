// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.MeasuredOperation;
import org.lusush.lle.analyzer.model.Origin;
import org.lusush.lle.analyzer.model.Session;
import org.lusush.lle.analyzer.model.Source;
import org.lusush.lle.analyzer.model.Totals;

/** The files that were read, as JSON. */
final class JsonSources {

  private JsonSources() {}

  static void add(ObjectNode root, List<Source> sources) {
    ArrayNode array = root.putArray("sources");
    sources.forEach(source -> addSource(array.addObject(), source));
  }

  private static void addSource(ObjectNode node, Source source) {
    node.put("file", source.file())
        .put("bytes", source.bytes())
        .put("chunks", source.chunks())
        .put("start", source.start().toString())
        .put("end", source.end().toString())
        .put("durationNanos", source.duration().toNanos())
        .put("complete", !source.isIncomplete());
    addGaps(node.putArray("gaps"), source.gaps());
    source
        .jvm()
        .ifPresent(
            jvm -> node.putObject("jvm").put("version", jvm.version()).put("pid", jvm.pid()));
    source.session().ifPresent(session -> addSession(node.putObject("session"), session));
    ArrayNode recordings = node.putArray("recordings");
    source.recordings().forEach(recordings::add);
    ArrayNode measured = node.putArray("measuredOperations");
    source.measured().forEach(operation -> addMeasured(measured.addObject(), operation));
  }

  private static void addGaps(ArrayNode array, List<Gap> gaps) {
    for (Gap gap : gaps) {
      array
          .addObject()
          .put("kind", gap.kind().label())
          .put("lossy", gap.kind().isLossy())
          .put("message", gap.sentence());
    }
  }

  private static void addSession(ObjectNode node, Session session) {
    node.put("shell", session.shell())
        .put("editor", session.editor())
        .put("terminal", session.terminal())
        .put("recorder", session.recorder())
        .put("schemaVersion", session.schemaVersion());
    session.started().ifPresent(started -> node.put("started", started.toString()));
    node.put("lines", session.lines())
        .put("keystrokes", session.keystrokes())
        .put("dropped", session.dropped());
  }

  private static void addMeasured(ObjectNode node, MeasuredOperation operation) {
    node.put("operation", operation.operation()).put("source", Origin.STATISTICS.label());
    addTotals(node.putObject("within"), operation.within());
    ObjectNode sinceStart = node.putObject("sinceStart");
    addTotals(sinceStart, operation.sinceStart());
    MeasuredOperation.Distribution durations = operation.distribution();
    sinceStart
        .put("minNanos", durations.minNanos())
        .put("meanNanos", durations.meanNanos())
        .put("p50Nanos", durations.medianNanos())
        .put("p95Nanos", durations.p95Nanos())
        .put("p99Nanos", durations.p99Nanos())
        .put("maxNanos", durations.maxNanos());
    addDetails(node, sinceStart, operation.details());
  }

  private static void addDetails(
      ObjectNode node, ObjectNode sinceStart, MeasuredOperation.Details details) {
    details.p999Nanos().ifPresent(nanos -> sinceStart.put("p999Nanos", nanos));
    details
        .standardDeviationNanos()
        .ifPresent(nanos -> sinceStart.put("standardDeviationNanos", nanos));
    details.calls().ifPresent(calls -> sinceStart.put("calls", calls));
    details.reliability().ifPresent(share -> sinceStart.put("reliability", share));
    details
        .consecutiveSuccesses()
        .ifPresent(count -> sinceStart.put("consecutiveSuccesses", count));
    if (details.ratePerSecond().isPresent() || details.trend().isPresent()) {
      ObjectNode lastMinute = node.putObject("lastMinute");
      details.ratePerSecond().ifPresent(rate -> lastMinute.put("ratePerSecond", rate));
      details.trend().ifPresent(trend -> lastMinute.put("trend", trend));
    }
  }

  private static void addTotals(ObjectNode node, Totals totals) {
    node.put("count", totals.count())
        .put("errors", totals.errors())
        .put("totalNanos", totals.totalNanos());
  }
}
