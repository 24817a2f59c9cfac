// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.TreeMap;
import org.lusush.lle.analyzer.model.upkeep.CacheHistory;
import org.lusush.lle.analyzer.model.upkeep.Course;
import org.lusush.lle.analyzer.model.upkeep.Incident;
import org.lusush.lle.analyzer.model.upkeep.PoolReading;
import org.lusush.lle.analyzer.model.upkeep.Resources;
import org.lusush.lle.analyzer.model.upkeep.TargetHistory;
import org.lusush.lle.analyzer.model.upkeep.TierReading;
import org.lusush.lle.analyzer.model.upkeep.TuningStep;
import org.lusush.lle.analyzer.model.upkeep.Upkeep;

/** What the recorder said of its caches, pools, resources, targets and tuning, as JSON. */
final class JsonUpkeep {

  private static final long SECOND = 1_000_000_000;

  private JsonUpkeep() {}

  static void add(ObjectNode root, Upkeep upkeep) {
    ArrayNode caches = root.putArray("cacheTiers");
    upkeep.caches().forEach(cache -> addCache(caches, cache));
    ArrayNode pools = root.putArray("poolStatistics");
    upkeep.pools().forEach(pool -> addPool(pools.addObject(), pool));
    ArrayNode steps = root.putArray("tuning");
    upkeep.steps().forEach(step -> addStep(steps.addObject(), step));
    ArrayNode targets = root.putArray("targets");
    upkeep.targets().forEach(target -> addTarget(targets.addObject(), target));
    addResources(root.putObject("resources"), upkeep.resources());
    ArrayNode incidents = root.putArray("incidents");
    upkeep.incidents().forEach(incident -> addIncident(incidents.addObject(), incident));
  }

  private static void addCache(ArrayNode array, CacheHistory cache) {
    ObjectNode node = array.addObject().put("cache", cache.cache());
    ArrayNode tiers = node.putArray("tiers");
    cache.tiers().forEach(tier -> addTier(tiers.addObject(), tier));
    ArrayNode course = node.putArray("course");
    for (TierReading reading : cache.course()) {
      course
          .addObject()
          .put("time", time(reading.epochNanos()))
          .put("maximumEntries", reading.maximumEntries())
          .put("hits", reading.hits())
          .put("misses", reading.misses());
    }
  }

  private static void addTier(ObjectNode node, TierReading tier) {
    node.put("tier", tier.tier())
        .put("entries", tier.entries())
        .put("maximumEntries", tier.maximumEntries())
        .put("bytes", tier.bytes())
        .put("hits", tier.hits())
        .put("misses", tier.misses())
        .put("insertions", tier.insertions())
        .put("evictions", tier.evictions())
        .put("invalidations", tier.invalidations())
        .put("promotions", tier.promotions())
        .put("prefetches", tier.prefetches())
        .put("prefetchesUsed", tier.prefetchesUsed())
        .put("lookupNanos", tier.lookupNanos())
        .put("insertNanos", tier.insertNanos())
        .put("loadNanos", tier.loadNanos())
        .put("failures", tier.failures());
  }

  private static void addPool(ObjectNode node, PoolReading pool) {
    node.put("pool", pool.pool())
        .put("kind", pool.kind())
        .put("capacity", pool.capacity())
        .put("objectBytes", pool.objectBytes())
        .put("takes", pool.takes())
        .put("reused", pool.reused())
        .put("returns", pool.returns())
        .put("dropped", pool.dropped())
        .put("doubleReturns", pool.doubleReturns())
        .put("leaks", pool.leaks())
        .put("inUse", pool.inUse())
        .put("peakInUse", pool.peakInUse())
        .put("pooledBytes", pool.pooledBytes())
        .put("fragmentation", pool.fragmentation());
  }

  private static void addStep(ObjectNode node, TuningStep step) {
    node.put("time", time(step.epochNanos()))
        .put("decision", step.decision())
        .put("tuner", step.tuner())
        .put("subject", step.subject())
        .put("parameter", step.parameter())
        .put("from", step.from())
        .put("to", step.to())
        .put("reason", step.reason())
        .put("metric", step.metric())
        .put("before", step.before())
        .put("predicted", step.predicted())
        .put("observed", step.observed())
        .put("outcome", step.outcome());
  }

  private static void addTarget(ObjectNode node, TargetHistory target) {
    node.put("target", target.target())
        .put("time", time(target.epochNanos()))
        .put("value", target.value())
        .put("limit", target.limit())
        .put("status", target.status())
        .put("adaptive", target.adaptive())
        .put("samples", target.samples());
    ObjectNode states = node.putObject("looksByStatus");
    new TreeMap<>(target.states()).forEach(states::put);
  }

  private static void addResources(ObjectNode node, Resources resources) {
    addCourse(node, "processCpu", resources.processCpu());
    addCourse(node, "machineCpu", resources.machineCpu());
    addCourse(node, "heapBytes", resources.heapBytes());
    addCourse(node, "residentBytes", resources.residentBytes());
    addCourse(node, "threads", resources.threads());
    if (resources.throttledNanos() >= 0) {
      node.put("throttledNanos", resources.throttledNanos());
    }
  }

  private static void addCourse(ObjectNode node, String name, Course course) {
    if (!course.isEmpty()) {
      node.putObject(name)
          .put("readings", course.count())
          .put("mean", course.mean())
          .put("maximum", course.largest());
    }
  }

  private static void addIncident(ObjectNode node, Incident incident) {
    node.put("time", time(incident.epochNanos()))
        .put("kind", incident.kind())
        .put("subject", incident.subject())
        .put("from", incident.from())
        .put("to", incident.to())
        .put("reason", incident.reason());
  }

  private static String time(long epochNanos) {
    return Instant.ofEpochSecond(
            Math.floorDiv(epochNanos, SECOND), Math.floorMod(epochNanos, SECOND))
        .toString();
  }
}
