// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.CacheStats;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.Exceeded;
import org.lusush.lle.analyzer.model.HotSpot;
import org.lusush.lle.analyzer.model.Keystrokes;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.LatencyGroup;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.OperationStats;
import org.lusush.lle.analyzer.model.Phases;
import org.lusush.lle.analyzer.model.PoolStats;
import org.lusush.lle.analyzer.model.SlowKeystroke;
import org.lusush.lle.analyzer.model.TimedMethod;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.events.hotspot.Suggestion;

/** What the events add up to, as JSON. */
final class JsonContents {

  private JsonContents() {}

  static void add(ObjectNode root, Analysis analysis) {
    Contents contents = analysis.recording().contents();
    addKeystrokes(
        root.putObject("keystrokes"),
        contents.keystrokes(),
        analysis.recording().timings().keystrokes());
    JsonCauses.add(root, analysis.causes(), contents.slow());
    JsonSlowPlaces.add(root, analysis.slowPlaces());
    ArrayNode hotSpots = root.putArray("hotSpots");
    analysis.hotSpots().stream()
        .filter(HotSpot::isHot)
        .forEach(spot -> addHotSpot(hotSpots.addObject(), spot));
    ArrayNode timed = root.putArray("timedMethods");
    if (contents.timed().isPresent()) {
      contents.timed().get().all().forEach(method -> addTimed(timed.addObject(), method));
    }
    ArrayNode operations = root.putArray("operations");
    analysis
        .recording()
        .timings()
        .operations()
        .forEach(timing -> addOperation(operations.addObject(), timing, contents));
    JsonTrends.add(root, analysis.trends());
    ArrayNode exceeded = root.putArray("thresholdsExceeded");
    contents.exceeded().forEach(one -> addExceeded(exceeded.addObject(), one));
    ArrayNode caches = root.putArray("caches");
    contents.caches().forEach(cache -> addCache(caches.addObject(), cache));
    ArrayNode pools = root.putArray("pools");
    contents.pools().forEach(pool -> addPool(pools.addObject(), pool));
    JsonUpkeep.add(root, contents.upkeep());
    JsonTimeline.add(root, contents);
    root.putObject("garbageCollections")
        .put("count", contents.garbage().collections())
        .put("pauseNanos", contents.garbage().pauseNanos());
  }

  private static void addKeystrokes(ObjectNode node, Keystrokes keystrokes, Timing timing) {
    Latency latency = timing.latency();
    addTiming(node, timing, keystrokes.latency().count());
    node.put("errors", timing.totals().errors()).put("queued", keystrokes.queued());
    if (!latency.isEmpty()) {
      node.put("shareWithin500Micros", latency.shareAtMost(500_000))
          .put("shareWithin16Millis", latency.shareAtMost(16_000_000))
          .put("shareWithin100Millis", latency.shareAtMost(100_000_000));
    }
    addPhases(node, keystrokes.phases());
    addGroups(node.putArray("byWidget"), "widget", keystrokes.byWidget());
    addGroups(node.putArray("byKind"), "kind", keystrokes.byKind());
    ArrayNode slowest = node.putArray("slowest");
    keystrokes.slowest().forEach(keystroke -> addSlowest(slowest.addObject(), keystroke));
  }

  private static void addGroups(ArrayNode array, String title, List<LatencyGroup> groups) {
    for (LatencyGroup group : groups) {
      addLatency(array.addObject().put(title, group.name()), group.latency());
    }
  }

  private static void addSlowest(ObjectNode node, SlowKeystroke keystroke) {
    node.put("keystrokeId", keystroke.id())
        .put("start", keystroke.start().toString())
        .put("widget", keystroke.widget())
        .put("kind", keystroke.kind())
        .put("durationNanos", keystroke.durationNanos());
    addPhases(node, keystroke.phases());
    keystroke
        .largest()
        .ifPresent(
            work ->
                node.putObject("largestOperation")
                    .put("operation", work.operation())
                    .put("name", work.name())
                    .put("selfNanos", work.selfNanos()));
  }

  private static void addPhases(ObjectNode node, Phases phases) {
    node.put("inputNanos", phases.inputNanos())
        .put("editNanos", phases.editNanos())
        .put("paintNanos", phases.paintNanos());
  }

  private static void addHotSpot(ObjectNode node, HotSpot spot) {
    node.put("rank", spot.rank())
        .put("operation", spot.operation())
        .put("name", spot.stats().name())
        .put("selfShare", spot.share())
        .put("selfNanos", spot.stats().selfNanos())
        .put("critical", spot.critical());
    ArrayNode criteria = node.putArray("criteria");
    spot.met().forEach(criterion -> criteria.add(criterion.label()));
    ArrayNode suggestions = node.putArray("suggestions");
    spot.suggestions().forEach(suggestion -> addSuggestion(suggestions.addObject(), suggestion));
    addLatency(node, spot.stats().latency());
  }

  private static void addSuggestion(ObjectNode node, Suggestion suggestion) {
    node.put("id", suggestion.id())
        .put("advice", suggestion.advice())
        .put("evidence", suggestion.evidence())
        .put("concernedNanos", suggestion.concernedNanos());
  }

  private static void addTimed(ObjectNode node, TimedMethod method) {
    node.put("method", method.name()).put("calls", method.calls());
    if (method.isTimed()) {
      node.put("timedCalls", method.timedCalls())
          .put("totalNanos", method.totalNanos())
          .put("minNanos", method.minNanos())
          .put("meanNanos", method.meanNanos())
          .put("maxNanos", method.maxNanos());
    }
  }

  private static void addOperation(ObjectNode node, Timing timing, Contents contents) {
    List<OperationGroup> recorded =
        contents.operations().stream()
            .filter(group -> group.operation().equals(timing.operation()))
            .toList();
    node.put("operation", timing.operation())
        .put("errors", timing.totals().errors())
        .put("selfNanos", timing.selfNanos());
    addTiming(node, timing, recorded.stream().mapToLong(g -> g.total().count()).sum());
    ArrayNode names = node.putArray("byName");
    recorded.stream()
        .flatMap(group -> group.byName().stream())
        .forEach(stats -> addStats(names.addObject().put("name", stats.name()), stats));
  }

  /** Adds the durations, what they come from, and how many of them were recorded one by one. */
  private static void addTiming(ObjectNode node, Timing timing, long recorded) {
    node.put("source", timing.origin().label()).put("recorded", recorded);
    addLatency(node, timing.latency());
    if (timing.count() > 0) {
      node.put("count", timing.count())
          .put("totalNanos", timing.totals().totalNanos())
          .put("meanNanos", timing.meanNanos());
    }
  }

  private static void addExceeded(ObjectNode node, Exceeded exceeded) {
    node.put("operation", exceeded.operation())
        .put("warnings", exceeded.warnings())
        .put("criticals", exceeded.criticals())
        .put("longestNanos", exceeded.longestNanos());
  }

  private static void addStats(ObjectNode node, OperationStats stats) {
    node.put("errors", stats.errors()).put("selfNanos", stats.selfNanos());
    addLatency(node, stats.latency());
  }

  private static void addCache(ObjectNode node, CacheStats cache) {
    node.put("cache", cache.name())
        .put("lookups", cache.lookups())
        .put("hits", cache.hits())
        .put("misses", cache.misses())
        .put("hitRate", cache.hitRate());
    ObjectNode tiers = node.putObject("hitsByTier");
    cache.hitsByTier().forEach(tiers::put);
    addLatency(node.putObject("lookup"), cache.lookup());
  }

  private static void addPool(ObjectNode node, PoolStats pool) {
    node.put("pool", pool.name())
        .put("kind", pool.kind())
        .put("takes", pool.takes())
        .put("reused", pool.reused())
        .put("reuseShare", pool.reuseShare())
        .put("bytes", pool.bytes());
  }

  /** Adds a distribution; of an empty one the count only. */
  private static void addLatency(ObjectNode node, Latency latency) {
    node.put("count", latency.count());
    if (latency.isEmpty()) {
      return;
    }
    node.put("totalNanos", latency.totalNanos())
        .put("minNanos", latency.minNanos())
        .put("meanNanos", latency.meanNanos())
        .put("p50Nanos", latency.percentileNanos(50))
        .put("p95Nanos", latency.percentileNanos(95))
        .put("p99Nanos", latency.percentileNanos(99))
        .put("p999Nanos", latency.percentileNanos(99.9))
        .put("maxNanos", latency.maxNanos());
  }
}
