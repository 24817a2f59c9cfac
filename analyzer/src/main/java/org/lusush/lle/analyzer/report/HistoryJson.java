// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.lusush.lle.analyzer.model.history.HistorySummary;
import org.lusush.lle.analyzer.model.trend.TrendLine;

/** What histories hold, as JSON. */
public final class HistoryJson {

  /** Raised when a name's meaning changes or a name goes; new names do not raise it. */
  public static final int FORMAT_VERSION = 1;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private HistoryJson() {}

  /** Returns everything as one JSON object, ended by a line break. */
  public static String render(HistorySummary history) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(toJson(history)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values could not be written", e);
    }
  }

  private static ObjectNode toJson(HistorySummary history) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("formatVersion", FORMAT_VERSION);
    root.put("sound", history.isSound());
    addSources(root.putArray("sources"), history);
    addOperations(root.putArray("operations"), history);
    addCachesAndPools(root, history);
    history
        .usage()
        .ifPresent(
            u ->
                root.putObject("resources")
                    .put("meanProcessCpu", u.meanProcessCpu())
                    .put("maxProcessCpu", u.maxProcessCpu())
                    .put("maxHeapBytes", u.maxHeap())
                    .put("maxResidentBytes", u.maxResident())
                    .put("maxThreads", u.maxThreads()));
    ArrayNode targets = root.putArray("targets");
    for (HistorySummary.Target t : history.targets()) {
      targets
          .addObject()
          .put("target", t.name())
          .put("state", t.state())
          .put("value", t.value())
          .put("limit", t.limit())
          .put("looks", t.looks())
          .put("met", t.met());
    }
    ObjectNode moments = root.putObject("moments");
    history.moments().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> moments.put(e.getKey(), e.getValue()));
    addTrends(root.putArray("trends"), history);
    return root;
  }

  private static void addSources(ArrayNode array, HistorySummary history) {
    for (HistorySummary.Source s : history.sources()) {
      ObjectNode node =
          array
              .addObject()
              .put("source", s.name())
              .put("shell", s.shell())
              .put("from", s.first().map(Instant::toString).orElse(null))
              .put("to", s.last().map(Instant::toString).orElse(null))
              .put("intervals", s.intervals())
              .put("moments", s.moments())
              .put("keystrokes", s.keystrokes())
              .put("bytes", s.bytes())
              .put("ended", s.ended())
              .put("lost", s.lost())
              .put("skipped", s.skipped());
      ArrayNode problems = node.putArray("problems");
      s.problems().forEach(problems::add);
    }
  }

  private static void addOperations(ArrayNode array, HistorySummary history) {
    for (HistorySummary.Operation o : history.operations()) {
      array
          .addObject()
          .put("operation", o.name())
          .put("count", o.count())
          .put("errors", o.errors())
          .put("warnings", o.warnings())
          .put("criticals", o.criticals())
          .put("totalNanos", o.totalNanos())
          .put("selfNanos", o.selfNanos())
          .put("p50Nanos", o.p50Nanos())
          .put("p95Nanos", o.p95Nanos())
          .put("p99Nanos", o.p99Nanos())
          .put("p999Nanos", o.p999Nanos())
          .put("maxNanos", o.maxNanos());
    }
  }

  private static void addCachesAndPools(ObjectNode root, HistorySummary history) {
    ArrayNode caches = root.putArray("caches");
    for (HistorySummary.Cache c : history.caches()) {
      caches
          .addObject()
          .put("cache", c.name())
          .put("hits", c.hits())
          .put("misses", c.misses())
          .put("insertions", c.insertions())
          .put("evictions", c.evictions());
    }
    ArrayNode pools = root.putArray("pools");
    for (HistorySummary.Pool p : history.pools()) {
      pools
          .addObject()
          .put("pool", p.name())
          .put("takes", p.takes())
          .put("reused", p.reused())
          .put("leaks", p.leaks());
    }
  }

  private static void addTrends(ArrayNode array, HistorySummary history) {
    for (TrendLine line : history.trends()) {
      array
          .addObject()
          .put("operation", line.series().subject())
          .put("figure", line.series().figure())
          .put("direction", line.direction().label())
          .put("nanosPerMinute", line.slope())
          .put("low", line.low())
          .put("high", line.high())
          .put("tau", line.tau())
          .put("pValue", line.pValue())
          .put("change", line.change())
          .put("points", line.series().points().size());
    }
  }
}
