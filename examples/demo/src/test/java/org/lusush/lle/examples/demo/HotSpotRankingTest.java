// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.Analyzer;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.events.Targets;
import org.lusush.lle.events.hotspot.HotSpotCriteria;
import org.lusush.lle.events.hotspot.HotSpotCriteria.Criterion;
import org.lusush.lle.events.schema.EventSchema;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.profiler.CallNode;
import org.lusush.lle.recorder.profiler.HotSpot;
import org.lusush.lle.recorder.profiler.Profile;
import org.lusush.lle.recorder.profiler.ProfilerMode;

/**
 * The hot spots of a process, and those of its recording.
 *
 * <p>Both know self times from the recorder's clock, so these are the same to the nanosecond, and
 * with them the order. Durations are not: the recording has them from the JVM's clock, which is
 * read a moment earlier at the start and a moment later at the end.
 */
final class HotSpotRankingTest {

  private static final OperationType[] TYPES = {
    OperationType.DISPLAY_RENDER,
    OperationType.SYNTAX_HIGHLIGHT,
    OperationType.COMPLETION_SEARCH,
    OperationType.HISTORY_SEARCH
  };
  private static final String[] NAMES = {"a", "b", "c"};
  private static final Component[] COMPONENTS = {Component.BUFFER, Component.OTHER};
  private static final int ROUNDS = 60;

  /**
   * All but the recorder's own upkeep, which may come after the recording and before the profile.
   */
  private static final Set<OperationType> CRITICAL_PATH =
      Arrays.stream(OperationType.values())
          .filter(OperationType::isCriticalPath)
          .collect(Collectors.toUnmodifiableSet());

  /** Two significant digits are 128 buckets to each doubling, three are 1,024. */
  private static final double PRECISION = 1.0 / 128 + 1.0 / 1_024;

  @TempDir Path directory;

  /** Something that is done under the eyes of a recorder. */
  @FunctionalInterface
  private interface Work {
    void under(EditorRecorder recorder) throws IOException;
  }

  /** What a process knows of itself, and the recording of the same time. */
  private record Both(Profile profile, Path file) {}

  /** How often an operation was done, how often in vain, and the time that it took itself. */
  private record Figures(long calls, long failures, long selfNanos) {

    Figures plus(Figures other) {
      return new Figures(
          calls + other.calls, failures + other.failures, selfNanos + other.selfNanos);
    }
  }

  @Test
  void hotSpots_ofAShellAndOfItsRecording_areTheSame() throws Exception {
    var both = observe(recorder -> BusyShell.run(recorder, directory));

    assertThat(both.profile.losses()).isEqualTo(new Profile.Losses(0, 0, 0, 0));
    assertSameRanking(both);
  }

  @Test
  void hotSpots_ofOperationsNestedAtRandom_areTheSame() throws Exception {
    var both =
        observe(
            recorder -> {
              var random = new Random(3);
              for (int i = 0; i < ROUNDS; i++) {
                work(recorder, random, 3);
              }
            });

    assertSameRanking(both);
  }

  @Test
  void figures_ofEachOperationOfEachComponent_areTheSame() throws Exception {
    var both = observe(recorder -> BusyShell.run(recorder, directory));

    var inProcess = new HashMap<String, Figures>();
    both.profile.roots().forEach(root -> add(root, inProcess));
    assertThat(figures(both.file)).isEqualTo(inProcess);
    assertThat(inProcess).containsKeys("custom/syntax/words", "custom/autosuggestion/words");
    assertThat(inProcess.values()).anyMatch(figures -> figures.failures > 0);
  }

  private Both observe(Work work) throws Exception {
    Path file = directory.resolve("session.jfr");
    try (var jvm = ObservedJvm.start(recording -> {})) {
      var monitor = jvm.recorder.monitor();
      monitor.settings(monitor.settings().withOperations(CRITICAL_PATH));
      var profiler = monitor.profiler();
      profiler.mode(ProfilerMode.INSTRUMENTATION);
      work.under(jvm.recorder);
      jvm.recording.stop();
      jvm.recording.dump(file);
      return new Both(profiler.snapshot(), file);
    }
  }

  private static void assertSameRanking(Both both) {
    var criteria = criteria(both.profile);
    var inProcess = both.profile.hotSpots(criteria);
    Analysis analysis = Analyzer.analyze(ObservedJvm.read(both.file), Targets.defaults(), criteria);

    assertThat(analysis.recording().isIncomplete()).isFalse();
    assertThat(analysis.hotSpots())
        .extracting(spot -> spot.operation() + "/" + spot.stats().name())
        .containsExactlyElementsOf(
            inProcess.stream().map(spot -> spot.type().label() + "/" + spot.name()).toList())
        .hasSizeGreaterThan(TYPES.length * NAMES.length - 1);
    for (int i = 0; i < inProcess.size(); i++) {
      var ours = inProcess.get(i);
      var theirs = analysis.hotSpots().get(i);
      assertThat(theirs.rank()).isEqualTo(ours.rank());
      assertThat(theirs.stats().count()).isEqualTo(ours.calls());
      assertThat(theirs.stats().errors()).isEqualTo(ours.failures());
      assertThat(theirs.stats().selfNanos()).isEqualTo(ours.selfNanos());
      assertThat(theirs.share()).isEqualTo(ours.share());
      assertSameCriteria(ours, theirs, criteria);
      assertSamePercentile(ours, theirs);
      assertSameMark(ours, theirs, criteria);
    }
  }

  /** Leaves a criterion open where the limit lies between what the two clocks say. */
  private static void assertSameCriteria(
      HotSpot ours, org.lusush.lle.analyzer.model.HotSpot theirs, HotSpotCriteria criteria) {
    long limit = criteria.single().toNanos();
    long longest = theirs.stats().latency().maxNanos();
    if (ours.maxNanos() > limit == longest > limit) {
      assertThat(theirs.met()).isEqualTo(ours.met());
    } else {
      assertThat(withoutSingle(theirs.met())).isEqualTo(withoutSingle(ours.met()));
    }
  }

  /**
   * Compares them within the two digits of the profiler and the three of the analyzer. The JVM's
   * clock makes no duration shorter, and none longer by more than it makes all of them together.
   */
  private static void assertSamePercentile(
      HotSpot ours, org.lusush.lle.analyzer.model.HotSpot theirs) {
    var latency = theirs.stats().latency();
    long longer = latency.totalNanos() - ours.meanNanos() * ours.calls() + ours.calls();
    assertThat((double) latency.percentileNanos(99))
        .as("p99 of %s %s, of %d ns in process", ours.type(), ours.name(), ours.p99Nanos())
        .isBetween(ours.p99Nanos() * (1 - PRECISION), (ours.p99Nanos() + longer) * (1 + PRECISION));
  }

  /** Leaves the mark open where the limit lies between the percentiles. */
  private static void assertSameMark(
      HotSpot ours, org.lusush.lle.analyzer.model.HotSpot theirs, HotSpotCriteria criteria) {
    long limit = criteria.critical().toNanos();
    if (ours.p99Nanos() > limit == theirs.stats().latency().percentileNanos(99) > limit) {
      assertThat(theirs.critical()).isEqualTo(ours.critical());
    }
  }

  private static List<Criterion> withoutSingle(List<Criterion> met) {
    return met.stream().filter(criterion -> criterion != Criterion.SINGLE).toList();
  }

  /** Returns criteria each of which about half of the operations meet, however fast this is. */
  private static HotSpotCriteria criteria(Profile profile) {
    var spots = profile.hotSpots(HotSpotCriteria.defaults());
    var middle = spots.get(spots.size() / 2);
    var criteria =
        new HotSpotCriteria(
            middle.share(),
            Duration.ofNanos(middle.selfNanos()),
            median(spots, HotSpot::calls),
            Duration.ofNanos(median(spots, HotSpot::maxNanos)),
            Duration.ofNanos(median(spots.subList(0, spots.size() / 2), HotSpot::p99Nanos)));
    var met = profile.hotSpots(criteria).stream().map(HotSpot::met).toList();
    for (var criterion : Criterion.values()) {
      assertThat(met)
          .anyMatch(some -> some.contains(criterion))
          .anyMatch(some -> !some.contains(criterion));
    }
    assertThat(profile.hotSpots(criteria))
        .anyMatch(HotSpot::critical)
        .anyMatch(spot -> spot.met().contains(Criterion.SHARE) && !spot.critical());
    return criteria;
  }

  private static long median(List<HotSpot> spots, ToLongFunction<HotSpot> figure) {
    long[] sorted = spots.stream().mapToLong(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static void add(CallNode node, Map<String, Figures> figures) {
    figures.merge(
        key(node.type().label(), node.component().label(), node.name()),
        new Figures(node.calls(), node.failures(), node.selfNanos()),
        Figures::plus);
    node.children().forEach(child -> add(child, figures));
  }

  private static Map<String, Figures> figures(Path file) throws IOException {
    var figures = new HashMap<String, Figures>();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      if (event.getEventType().getName().equals(EventSchema.Operation.TYPE)) {
        var result = event.getString(EventSchema.Operation.RESULT);
        boolean failed = Result.isFailure(result);
        figures.merge(
            key(
                event.getString(EventSchema.Operation.OPERATION),
                event.getString(EventSchema.Operation.COMPONENT),
                event.getString(EventSchema.Operation.NAME)),
            new Figures(1, failed ? 1 : 0, event.getLong(EventSchema.Operation.SELF_TIME)),
            Figures::plus);
      }
    }
    return figures;
  }

  private static String key(String operation, String component, String name) {
    return operation + "/" + component + "/" + name;
  }

  /** Does some work that does some other work, each kind of it longer than the one before. */
  private static void work(EditorRecorder recorder, Random random, int depth) {
    int type = random.nextInt(TYPES.length);
    int name = random.nextInt(NAMES.length);
    var component = COMPONENTS[random.nextInt(COMPONENTS.length)];
    try (var measurement = recorder.measure(TYPES[type], component, NAMES[name])) {
      BusyShell.spinFor(10_000L * (1 + type * NAMES.length + name));
      for (int i = random.nextInt(depth + 1); i > 0; i--) {
        work(recorder, random, depth - 1);
      }
      measurement.result(random.nextInt(10) == 0 ? Result.ERROR : Result.SUCCESS);
    }
  }
}
