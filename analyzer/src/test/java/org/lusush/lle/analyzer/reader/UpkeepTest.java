// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.TestRecordings;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.upkeep.CacheHistory;
import org.lusush.lle.analyzer.model.upkeep.Incident;
import org.lusush.lle.analyzer.model.upkeep.MissRatioCurve;
import org.lusush.lle.analyzer.model.upkeep.TierReading;
import org.lusush.lle.analyzer.model.upkeep.TuningStep;
import org.lusush.lle.analyzer.model.upkeep.Upkeep;
import org.lusush.lle.events.CacheStatisticsEvent;
import org.lusush.lle.events.MissRatioCurveEvent;
import org.lusush.lle.events.PoolGrowthEvent;
import org.lusush.lle.events.PoolLeakEvent;
import org.lusush.lle.events.PoolStatisticsEvent;
import org.lusush.lle.events.ResourcePressureEvent;
import org.lusush.lle.events.ResourceUsageEvent;
import org.lusush.lle.events.TargetStatusEvent;
import org.lusush.lle.events.ThrottleEvent;
import org.lusush.lle.events.TuningDecisionEvent;
import org.lusush.lle.events.schema.EventSchema;

/** What real recordings hold of caches, pools, resources, targets and tuning. */
final class UpkeepTest {

  @TempDir private Path folder;

  @Test
  void read_cacheStatistics_keepsTheLastOfEachTierAndTheCourseOfTheWhole() throws Exception {
    var upkeep =
        read(
            () -> {
              cache("all", 10, 0, 10);
              cache("L1", 4, 0, 10);
              cache("all", 100, 30, 40);
              cache("L1", 9, 20, 50);
              cache("all", 100, 120, 50);
            });

    var history = upkeep.caches().get(0);
    assertThat(history.cache()).isEqualTo("completions");
    assertThat(history.tiers())
        .extracting(TierReading::tier, TierReading::hits, TierReading::maximumEntries)
        .containsExactlyInAnyOrder(tuple("all", 120L, 100L), tuple("L1", 20L, 9L));
    assertThat(history.course()).extracting(TierReading::hits).containsExactly(0L, 30L, 120L);
    assertThat(history.hitRates()).containsExactly(0.5, 0.9);
    assertThat(history.last().orElseThrow().lookups()).isEqualTo(170);
  }

  @Test
  void read_decisions_keepsEveryStepInOrder() throws Exception {
    var upkeep =
        read(
            () -> {
              decision(1, "applied", 0);
              decision(1, "kept", 0.93);
            });

    assertThat(upkeep.steps())
        .extracting(TuningStep::outcome, TuningStep::observed)
        .containsExactly(tuple("applied", 0.0), tuple("kept", 0.93));
    var step = upkeep.steps().get(0);
    assertThat(step.from()).isEqualTo(16);
    assertThat(step.to()).isEqualTo(160);
    assertThat(step.metric()).isEqualTo("hit rate");
    assertThat(step.predicted()).isEqualTo(0.92);
  }

  @Test
  void read_targets_countsHowOftenEachStateWasFound() throws Exception {
    var upkeep =
        read(
            () -> {
              target("met", 0.95);
              target("met", 0.94);
              target("critical", 0.70);
            });

    var target = upkeep.targets().get(0);
    assertThat(target.status()).isEqualTo("critical");
    assertThat(target.value()).isEqualTo(0.70);
    assertThat(target.looks("met")).isEqualTo(2);
    assertThat(target.looks()).isEqualTo(3);
  }

  @Test
  void read_resources_knowsMeanAndLargestAndLeavesUnknownOut() throws Exception {
    var upkeep =
        read(
            () -> {
              usage(0.2, 1_000);
              usage(0.4, -1);
            });

    assertThat(upkeep.resources().processCpu().mean()).isCloseTo(0.3, within(1e-9));
    assertThat(upkeep.resources().processCpu().largest()).isEqualTo(0.4);
    assertThat(upkeep.resources().residentBytes().count()).isEqualTo(1);
    assertThat(upkeep.resources().machineCpu().isEmpty()).isTrue();
  }

  @Test
  void read_curves_keepsTheLastOfEachCache() throws Exception {
    var upkeep =
        read(
            () -> {
              point(1, "completions", 16, 0.5);
              point(1, "completions", 1, 0.9);
              point(2, "highlight", 4, 0.7);
              point(3, "completions", 1, 0.8);
              point(3, "completions", 160, 0.1);
            });

    assertThat(upkeep.curves())
        .extracting(MissRatioCurve::cache)
        .containsExactly("completions", "highlight");
    assertThat(upkeep.curves().get(0).points())
        .containsExactly(new MissRatioCurve.Point(1, 0.8), new MissRatioCurve.Point(160, 0.1));
    assertThat(upkeep.curves().get(0).entriesNow()).isEqualTo(16);
    assertThat(upkeep.curves().get(0).lookups()).isEqualTo(4_000);
  }

  @Test
  void read_incidents_areInTheOrderOfTime() throws Exception {
    var upkeep =
        read(
            () -> {
              var pressure = new ResourcePressureEvent();
              pressure.resource = "cpu";
              pressure.fromLevel = "none";
              pressure.toLevel = "high";
              pressure.commit();
              var throttle = new ThrottleEvent();
              throttle.action = "prefetch";
              throttle.commit();
              var growth = new PoolGrowthEvent();
              growth.pool = "lines";
              growth.fromCapacity = 8;
              growth.toCapacity = 16;
              growth.commit();
              var leak = new PoolLeakEvent();
              leak.pool = "lines";
              leak.commit();
            });

    assertThat(upkeep.incidents())
        .extracting(Incident::kind, Incident::subject, Incident::to)
        .containsExactly(
            tuple("pressure", "cpu", "high"),
            tuple("throttle", "prefetch", ""),
            tuple("pool growth", "lines", "16"),
            tuple("pool leak", "lines", ""));
  }

  @Test
  void read_pools_keepsTheLastReading() throws Exception {
    var upkeep =
        read(
            () -> {
              pool(10);
              pool(25);
            });

    assertThat(upkeep.pools()).hasSize(1);
    assertThat(upkeep.pools().get(0).takes()).isEqualTo(25);
    assertThat(upkeep.pools().get(0).fragmentation()).isEqualTo(0.25);
  }

  @Test
  void plus_moreReadingsThanAreKept_keepsTheLastAndTheCourse() {
    var history =
        LongStream.rangeClosed(1, 5_000)
            .mapToObj(i -> CacheHistory.of(reading(i)))
            .reduce(CacheHistory::plus)
            .orElseThrow();

    assertThat(history.course()).hasSizeBetween(100, CacheHistory.MAX_POINTS);
    assertThat(history.course().get(history.course().size() - 1).hits()).isEqualTo(5_000);
    assertThat(history.course()).extracting(TierReading::epochNanos).isSorted();
    assertThat(history.hitRates()).allSatisfy(rate -> assertThat(rate).isEqualTo(0.5));
  }

  private static TierReading reading(long i) {
    return new TierReading("c", "all", i, 1, 1, 0, i, i, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  private Upkeep read(Runnable emits) throws Exception {
    Path file =
        TestRecordings.record(
            folder.resolve("upkeep.jfr"),
            recording -> {
              recording.enable(EventSchema.CacheStatistics.TYPE);
              recording.enable(EventSchema.PoolStatistics.TYPE);
              recording.enable(EventSchema.TargetStatus.TYPE);
              recording.enable(EventSchema.ResourceUsage.TYPE);
            },
            emits);
    var outcome = RecordingReader.readOne(file);
    assertThat(outcome).isInstanceOf(ReadOutcome.Success.class);
    return ((ReadOutcome.Success) outcome).recording().contents().upkeep();
  }

  private static void cache(String tier, long most, long hits, long misses) {
    var event = new CacheStatisticsEvent();
    event.cache = "completions";
    event.tier = tier;
    event.maximumEntries = most;
    event.hits = hits;
    event.misses = misses;
    event.commit();
  }

  private static void decision(long id, String outcome, double observed) {
    var event = new TuningDecisionEvent();
    event.decisionId = id;
    event.tuner = "cache sizer";
    event.subject = "completions";
    event.parameter = "maximum entries";
    event.from = 16;
    event.to = 160;
    event.metric = "hit rate";
    event.before = 0.41;
    event.predicted = 0.92;
    event.observed = observed;
    event.outcome = outcome;
    event.commit();
  }

  private static void point(long curve, String cache, int entries, double missRatio) {
    var event = new MissRatioCurveEvent();
    event.curveId = curve;
    event.cache = cache;
    event.entries = entries;
    event.missRatio = missRatio;
    event.entriesNow = 16;
    event.lookups = 4_000;
    event.commit();
  }

  private static void target(String status, double value) {
    var event = new TargetStatusEvent();
    event.target = "hit rate";
    event.value = value;
    event.limit = 0.9;
    event.status = status;
    event.commit();
  }

  private static void usage(double cpu, long resident) {
    var event = new ResourceUsageEvent();
    event.processCpu = cpu;
    event.machineCpu = -1;
    event.resident = resident;
    event.commit();
  }

  private static void pool(long takes) {
    var event = new PoolStatisticsEvent();
    event.pool = "lines";
    event.takes = takes;
    event.fragmentation = 0.25;
    event.commit();
  }
}
