// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationNames;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.hotspot.HotSpotCriteria;

/** The four modes, the change between them, and threads. */
final class ProfilerTest {

  private static final List<OperationType> TYPES = List.of(OperationType.values());

  private static void keystroke(CallTree tree) {
    tree.enter(OperationType.EVENT_DISPATCH, Component.EVENT, "key");
    tree.enter(OperationType.SYNTAX_HIGHLIGHT, Component.SYNTAX, "");
    tree.enter(OperationType.CUSTOM, Component.OTHER, "parse");
    tree.exit(20, false);
    tree.exit(70, false);
    tree.exit(100, false);
  }

  private static void type(Profiler profiler, int keystrokes) {
    for (int i = 0; i < keystrokes; i++) {
      keystroke(profiler.tree());
    }
  }

  @Test
  void mode_off_takesInNothing() {
    var profiler = new Profiler(new FakeClock(1));

    type(profiler, 10);

    assertThat(profiler.tree()).isSameAs(CallTree.none());
    assertThat(profiler.snapshot().roots()).isEmpty();
    assertThat(profiler.held()).isZero();
  }

  @Test
  void mode_instrumentation_takesInEveryOperation() {
    var profiler = Profiles.on(ProfilerMode.INSTRUMENTATION);

    type(profiler, 10);

    assertThat(Profiles.byPath(profiler.snapshot()).values())
        .hasSize(3)
        .allMatch(node -> node.calls() == 10);
  }

  @Test
  void mode_sampling_takesInOneInSoManyWithItsInside() {
    var profiler = Profiles.on(ProfilerMode.SAMPLING);
    profiler.samplingRate(10);

    type(profiler, 100_000);

    var profile = profiler.snapshot();
    long calls = Profiles.only(profile).calls();
    assertThat(calls).isCloseTo(10_000, Percentage.withPercentage(5));
    assertThat(Profiles.byPath(profile).values())
        .hasSize(3)
        .allMatch(node -> node.calls() == calls);
  }

  @Test
  void mode_samplingOfWorkWithARhythm_meetsEveryKindAlike() {
    var profiler = Profiles.on(ProfilerMode.SAMPLING);
    profiler.samplingRate(4);

    for (int i = 0; i < 100_000; i++) {
      profiler.tree().enter(OperationType.CUSTOM, Component.OTHER, "step " + i % 4);
      profiler.tree().exit(1, false);
    }

    assertThat(profiler.snapshot().roots())
        .hasSize(4)
        .allSatisfy(
            node -> assertThat(node.calls()).isCloseTo(6_250, Percentage.withPercentage(6)));
  }

  @Test
  void mode_samplingEveryOne_takesInEveryOne() {
    var profiler = Profiles.on(ProfilerMode.SAMPLING);
    profiler.samplingRate(1);

    type(profiler, 1_000);

    assertThat(Profiles.only(profiler.snapshot()).calls()).isEqualTo(1_000);
  }

  @Test
  void mode_hybrid_takesInEveryTopLevelOperationAndTheInsideOfOneInSoMany() {
    var profiler = Profiles.on(ProfilerMode.HYBRID);
    profiler.samplingRate(10);

    type(profiler, 100_000);

    var profile = profiler.snapshot();
    var top = Profiles.only(profile);
    var nodes = Profiles.byPath(profile);
    long inside = nodes.get("event dispatch@event:key/syntax highlight@syntax:").calls();
    long outline =
        nodes.get("event dispatch@event:key/custom@other:" + CallTree.NOT_PROFILED).calls();
    assertThat(top.calls()).isEqualTo(100_000);
    assertThat(top.selfNanos()).isEqualTo(30 * 100_000);
    assertThat(top.totalNanos()).isEqualTo(100 * 100_000);
    assertThat(inside).isCloseTo(10_000, Percentage.withPercentage(5));
    assertThat(inside + outline).isEqualTo(100_000);
    assertThat(nodes).hasSize(4);
    Profiles.assertConsistent(profile.roots());
  }

  @Test
  void hotSpots_hybrid_areScaledToAllTimeInside() {
    var profiler = Profiles.on(ProfilerMode.HYBRID);
    profiler.samplingRate(10);

    type(profiler, 100_000);

    var ranking = profiler.snapshot().hotSpots(HotSpotCriteria.defaults());
    assertThat(ranking)
        .extracting(HotSpot::type)
        .containsExactly(
            OperationType.SYNTAX_HIGHLIGHT, OperationType.EVENT_DISPATCH, OperationType.CUSTOM);
    assertThat(ranking).extracting(HotSpot::calls).containsOnly(100_000L);
    assertThat(ranking.get(0).share()).isCloseTo(0.5, within(0.001));
  }

  @Test
  void hotSpots_hybrid_weighSampledCallsAsManyTimesAsTheyStandFor() {
    var profiler = Profiles.on(ProfilerMode.HYBRID);
    profiler.samplingRate(100);
    var tree = profiler.tree();
    for (int i = 0; i < 5_000; i++) {
      tree.enter(OperationType.CUSTOM, Component.OTHER, "parse");
      tree.exit(1_000, false);
    }
    for (int i = 0; i < 1_000; i++) {
      tree.enter(OperationType.EVENT_DISPATCH, Component.EVENT, "key");
      tree.enter(OperationType.CUSTOM, Component.OTHER, "parse");
      tree.exit(5_000_000, false);
      tree.exit(5_000_000, false);
    }

    var spot = profiler.snapshot().hotSpots(HotSpotCriteria.defaults()).get(0);

    assertThat(spot.name()).isEqualTo("parse");
    assertThat(spot.calls()).isCloseTo(6_000, Percentage.withPercentage(1));
    assertThat(spot.p99Nanos()).isEqualTo(5_000_000);
    assertThat(spot.critical()).isTrue();
  }

  @Test
  void mode_switchedInsideAnOperation_takesEffectWithTheNext() {
    var profiler = Profiles.on(ProfilerMode.INSTRUMENTATION);
    var tree = profiler.tree();

    tree.enter(OperationType.CUSTOM, Component.OTHER, "before");
    profiler.mode(ProfilerMode.OFF);
    tree.enter(OperationType.CUSTOM, Component.OTHER, "inside");
    tree.exit(1, false);
    tree.exit(2, false);
    keystroke(tree);
    profiler.mode(ProfilerMode.INSTRUMENTATION);
    tree.enter(OperationType.CUSTOM, Component.OTHER, "after");
    tree.exit(1, false);

    assertThat(Profiles.byPath(profiler.snapshot()))
        .containsOnlyKeys(
            "custom@other:before", "custom@other:before/custom@other:inside", "custom@other:after");
  }

  @Test
  void mode_switchedOnInsideAnOperation_leavesNothingUnbalanced() {
    var profiler = new Profiler(new FakeClock(1));
    var outer = profiler.tree();

    outer.enter(OperationType.CUSTOM, Component.OTHER, "before");
    profiler.mode(ProfilerMode.INSTRUMENTATION);
    keystroke(profiler.tree());
    outer.exit(200, false);

    var profile = profiler.snapshot();
    assertThat(Profiles.only(profile).name()).isEqualTo("key");
    assertThat(profile.losses()).isEqualTo(Profile.Losses.NONE);
  }

  @Test
  void samplingRate_lessThanOne_isRefused() {
    var profiler = new Profiler(new FakeClock(1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> profiler.samplingRate(0))
        .withMessage("samplingRate must be at least 1, was 0");
    assertThat(profiler.samplingRate()).isEqualTo(Profiler.DEFAULT_SAMPLING_RATE);
  }

  @Test
  void snapshot_openOperation_hasTheTimeOfWhatEndedInside() {
    var profiler = Profiles.on(ProfilerMode.INSTRUMENTATION);
    var tree = profiler.tree();
    tree.enter(OperationType.CUSTOM, Component.OTHER, "open");
    keystroke(tree);

    var open = Profiles.only(profiler.snapshot());

    assertThat(open.calls()).isZero();
    assertThat(open.totalNanos()).isEqualTo(100);
    assertThat(open.minNanos()).isZero();
    assertThat(profiler.snapshot().hotSpots(HotSpotCriteria.defaults()))
        .noneMatch(spot -> spot.name().equals("open"));
  }

  @Test
  void snapshot_thousandsOfThreadsThatDied_countsAllAndHoldsFew() throws Exception {
    var profiler = Profiles.on(ProfilerMode.INSTRUMENTATION);

    for (int i = 0; i < 3_000; i++) {
      var thread = new Thread(() -> keystroke(profiler.tree()));
      thread.start();
      thread.join();
      assertThat(profiler.held()).isLessThanOrEqualTo(65);
    }

    var profile = profiler.snapshot();
    assertThat(Profiles.byPath(profile).values())
        .hasSize(3)
        .allMatch(node -> node.calls() == 3_000);
    assertThat(Profiles.only(profile).totalNanos()).isEqualTo(300_000);
    assertThat(profiler.held()).isZero();
  }

  @Test
  void hotSpots_ofThreadsThatDied_keepTheirPercentiles() throws Exception {
    var profiler = Profiles.on(ProfilerMode.INSTRUMENTATION);
    for (int i = 0; i < 3; i++) {
      var thread = new Thread(() -> callsOfOneTo100(profiler.tree()));
      thread.start();
      thread.join();
    }

    var profile = profiler.snapshot();

    assertThat(profiler.held()).isZero();
    assertThat(profile.hotSpots(HotSpotCriteria.defaults()).get(0).p99Nanos()).isEqualTo(99);
    assertThat(Profiles.only(profile).durations().percentileNanos(50)).isEqualTo(50);
  }

  private static void callsOfOneTo100(CallTree tree) {
    for (int nanos = 1; nanos <= 100; nanos++) {
      tree.enter(OperationType.CUSTOM, Component.OTHER, "");
      tree.exit(nanos, false);
    }
  }

  @Test
  void snapshot_deadThreadsWithNamesOfTheirOwn_isBoundedAndLosesNoTime() throws Exception {
    var profiler = Profiles.on(ProfilerMode.INSTRUMENTATION);

    for (int i = 0; i < 30; i++) {
      int first = i * 400;
      var thread = new Thread(() -> names(profiler.tree(), first, 400));
      thread.start();
      thread.join();
    }

    var profile = profiler.snapshot();
    assertThat(Profiles.byPath(profile)).hasSizeLessThanOrEqualTo(CallTree.MAX_PATHS);
    assertThat(profile.roots().stream().mapToLong(CallNode::totalNanos).sum()).isEqualTo(120_000);
    assertThat(profile.losses().ignored() + profile.losses().renamed()).isPositive();
    Profiles.assertConsistent(profile.roots());
  }

  @Test
  void snapshot_namesOfSeveralThreads_areNoMoreInAllThanOfOne() throws Exception {
    var profiler = Profiles.on(ProfilerMode.INSTRUMENTATION);
    int each = OperationNames.MAX_OF_A_TYPE / 2 + 1;
    callNames(profiler.tree(), 0, each);
    var trees = new CallTree[1];
    var thread = new Thread(() -> trees[0] = profiler.tree());
    thread.start();
    thread.join();
    callNames(trees[0], each, each); // its thread is gone, so that nobody else writes

    var profile = profiler.snapshot();

    assertThat(Profiles.byPath(profile)).hasSize(1_024 + 1);
    assertThat(Profiles.byPath(profile).get("custom@other:(other)").calls()).isEqualTo(2);
    assertThat(profile.losses().renamed()).isEqualTo(2);
  }

  private static void callNames(CallTree tree, int first, int count) {
    for (int i = first; i < first + count; i++) {
      tree.enter(OperationType.CUSTOM, Component.OTHER, "name " + i);
      tree.exit(1, false);
    }
  }

  private static void names(CallTree tree, int first, int count) {
    for (int i = first; i < first + count; i++) {
      var type = TYPES.get(i % TYPES.size());
      tree.enter(type, Component.OTHER, "name " + i);
      tree.enter(type, Component.OTHER, "inside " + i);
      tree.enter(type, Component.OTHER, "innermost " + i);
      tree.exit(1, false);
      tree.exit(4, false);
      tree.exit(10, false);
    }
  }

  @Test
  void tree_ofAnotherThread_isAnother() throws Exception {
    var profiler = Profiles.on(ProfilerMode.INSTRUMENTATION);
    var trees = new CallTree[1];

    var thread = new Thread(() -> trees[0] = profiler.tree());
    thread.start();
    thread.join();

    assertThat(profiler.tree()).isNotSameAs(trees[0]).isSameAs(profiler.tree());
  }
}
