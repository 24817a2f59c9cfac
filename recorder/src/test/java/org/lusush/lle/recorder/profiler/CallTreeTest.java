// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationNames;
import org.lusush.lle.events.OperationType;

/** One thread's tree: what it counts, and what it does with what goes wrong. */
final class CallTreeTest {

  private final Profiler profiler = Profiles.on(ProfilerMode.INSTRUMENTATION);
  private final CallTree tree = profiler.tree();

  private void enter(String name) {
    tree.enter(OperationType.CUSTOM, Component.OTHER, name);
  }

  private void call(String name, long nanos) {
    enter(name);
    tree.exit(nanos, false);
  }

  @Test
  void exit_nested_splitsTotalIntoSelfAndChildren() {
    enter("outer");
    call("inner", 30);
    call("inner", 10);
    tree.exit(100, true);

    var outer = Profiles.only(profiler.snapshot());
    var inner = outer.children().get(0);

    assertThat(outer.totalNanos()).isEqualTo(100);
    assertThat(outer.selfNanos()).isEqualTo(60);
    assertThat(outer.calls()).isEqualTo(1);
    assertThat(outer.failures()).isEqualTo(1);
    assertThat(inner.calls()).isEqualTo(2);
    assertThat(inner.failures()).isZero();
    assertThat(inner.totalNanos()).isEqualTo(40);
    assertThat(inner.minNanos()).isEqualTo(10);
    assertThat(inner.maxNanos()).isEqualTo(30);
    assertThat(inner.meanNanos()).isEqualTo(20);
  }

  @Test
  void enter_typeComponentAndName_eachTellsApart() {
    tree.enter(OperationType.CUSTOM, Component.OTHER, "a");
    tree.exit(1, false);
    tree.enter(OperationType.CUSTOM, Component.SYNTAX, "a");
    tree.exit(1, false);
    tree.enter(OperationType.SYNTAX_HIGHLIGHT, Component.SYNTAX, "a");
    tree.exit(1, false);
    tree.enter(OperationType.SYNTAX_HIGHLIGHT, Component.SYNTAX, new String("a"));
    tree.exit(1, false);

    assertThat(Profiles.byPath(profiler.snapshot()))
        .containsOnlyKeys("custom@other:a", "custom@syntax:a", "syntax highlight@syntax:a");
  }

  @Test
  void exit_withoutEnter_isRefusedAndCounted() {
    tree.exit(5, false);
    tree.abandon();
    call("a", 7);

    var profile = profiler.snapshot();

    assertThat(profile.losses().refused()).isEqualTo(2);
    assertThat(Profiles.only(profile).totalNanos()).isEqualTo(7);
  }

  @Test
  void exit_negativeDuration_countsAsNothing() {
    enter("outer");
    call("inner", -5);
    tree.exit(Long.MIN_VALUE, false);

    var outer = Profiles.only(profiler.snapshot());

    assertThat(outer.calls()).isEqualTo(1);
    assertThat(outer.totalNanos()).isZero();
  }

  @Test
  void exit_absurdDurations_stopAtTheLargest() {
    call("a", Long.MAX_VALUE);
    call("a", Long.MAX_VALUE);

    var node = Profiles.only(profiler.snapshot());

    assertThat(node.totalNanos()).isEqualTo(Long.MAX_VALUE);
    assertThat(node.maxNanos()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void exit_shorterThanItsInside_hasNoSelfTimeAndTheTotalOfItsInside() {
    enter("outer");
    call("inner", 100);
    tree.exit(60, false);

    var outer = Profiles.only(profiler.snapshot());

    assertThat(outer.selfNanos()).isZero();
    assertThat(outer.totalNanos()).isEqualTo(100);
    assertThat(outer.endedNanos()).isEqualTo(60);
  }

  @Test
  void abandon_inTheMiddle_leavesWhatEndedInsideAndNoSelfTimeTwice() {
    enter("outer");
    enter("given up");
    call("inner", 40);
    tree.abandon();
    tree.exit(100, false);

    var outer = Profiles.only(profiler.snapshot());
    var givenUp = outer.children().get(0);

    assertThat(outer.selfNanos()).isEqualTo(60);
    assertThat(outer.totalNanos()).isEqualTo(100);
    assertThat(givenUp.calls()).isZero();
    assertThat(givenUp.totalNanos()).isEqualTo(40);
    assertThat(profiler.snapshot().losses().abandoned()).isEqualTo(1);
  }

  @Test
  void addApart_insideAnOperation_isATopLevelOneAndNoPartOfIt() {
    enter("outer");
    tree.addApart(OperationType.TERMINAL_OUTPUT, Component.TERMINAL, "paint", 30, true);
    tree.exit(100, false);

    var paths = Profiles.byPath(profiler.snapshot());

    assertThat(paths).containsOnlyKeys("custom@other:outer", "terminal output@terminal:paint");
    assertThat(paths.get("custom@other:outer").selfNanos()).isEqualTo(100);
    assertThat(paths.get("terminal output@terminal:paint").totalNanos()).isEqualTo(30);
    assertThat(paths.get("terminal output@terminal:paint").failures()).isEqualTo(1);
  }

  @Test
  void addApart_whileOff_isNothing() {
    profiler.mode(ProfilerMode.OFF);
    tree.addApart(OperationType.TERMINAL_OUTPUT, Component.TERMINAL, "paint", 30, true);

    assertThat(profiler.snapshot().roots()).isEmpty();
  }

  @Test
  void abandonTo_severalOpen_forgetsTheInnermost() {
    enter("a");
    int depth = tree.depth();
    enter("b");
    enter("c");
    tree.abandonTo(depth);
    tree.abandonTo(5);
    tree.exit(10, false);
    tree.abandonTo(-1);

    assertThat(tree.depth()).isZero();
    assertThat(Profiles.only(profiler.snapshot()).selfNanos()).isEqualTo(10);
    assertThat(profiler.snapshot().losses()).isEqualTo(new Profile.Losses(0, 0, 0, 2));
  }

  @Test
  void enter_deeperThanTheLimit_isIgnoredAndBalanced() {
    for (int i = 0; i < 3 * CallTree.MAX_DEPTH; i++) {
      enter("deep");
    }
    for (int i = 0; i < 3 * CallTree.MAX_DEPTH; i++) {
      tree.exit(1_000 + i, false);
    }
    call("after", 1);

    var profile = profiler.snapshot();

    assertThat(Profiles.byPath(profile)).hasSize(CallTree.MAX_DEPTH + 1);
    assertThat(Profiles.byPath(profile).values()).allMatch(node -> node.calls() == 1);
    assertThat(profile.losses().ignored()).isEqualTo(1);
    assertThat(profile.losses().refused()).isZero();
  }

  @Test
  void enter_sameLevelBelowTheLimitAgain_isProfiledAgain() {
    for (int i = 0; i < CallTree.MAX_DEPTH; i++) {
      enter("deep");
    }
    enter("too deep");
    tree.exit(1, false);
    enter("too deep");
    tree.abandon();
    tree.exit(5, false);
    call("deep", 7);
    tree.abandonTo(0);

    var profile = profiler.snapshot();

    assertThat(profile.losses().ignored()).isEqualTo(2);
    assertThat(Profiles.byPath(profile).values().stream().mapToLong(CallNode::calls).sum())
        .isEqualTo(2);
    assertThat(Profiles.only(profile).totalNanos()).isEqualTo(12);
  }

  @Test
  void enter_asManyNamesAsAreToldApart_areAllKnown() {
    callNames(OperationNames.MAX_OF_A_TYPE);

    var profile = profiler.snapshot();

    assertThat(Profiles.byPath(profile)).hasSize(1_024).doesNotContainKey("custom@other:(other)");
    assertThat(profile.losses()).isEqualTo(Profile.Losses.NONE);
  }

  @Test
  void enter_oneNameMoreThanAreToldApart_countsUnderOther() {
    callNames(OperationNames.MAX_OF_A_TYPE + 1);
    call("name 3", 1);
    tree.enter(OperationType.HISTORY_SEARCH, Component.HISTORY, "of another type");
    tree.exit(1, false);

    var profile = profiler.snapshot();
    var paths = Profiles.byPath(profile);

    assertThat(paths)
        .hasSize(1_024 + 2)
        .doesNotContainKey("custom@other:name 1024")
        .containsKey("history search@history:of another type");
    assertThat(paths.get("custom@other:(other)").calls()).isEqualTo(1);
    assertThat(paths.get("custom@other:name 3").calls()).isEqualTo(2);
    assertThat(profile.losses().renamed()).isEqualTo(1);
  }

  private void callNames(int count) {
    for (int i = 0; i < count; i++) {
      call("name " + i, 1);
    }
  }

  @Test
  void enter_thousandsOfPaths_areBoundedAndNoTimeIsLost() {
    long total = 0;
    for (var type : OperationType.values()) {
      for (int i = 0; i < 1_000; i++) {
        tree.enter(type, type.component(), "name " + i);
        tree.enter(OperationType.CUSTOM, Component.OTHER, "inside " + i);
        tree.exit(3, false);
        tree.exit(10, false);
        total += 10;
      }
    }

    var profile = profiler.snapshot();

    assertThat(Profiles.byPath(profile)).hasSizeLessThanOrEqualTo(CallTree.MAX_PATHS);
    assertThat(profile.roots().stream().mapToLong(CallNode::totalNanos).sum()).isEqualTo(total);
    assertThat(profile.losses().renamed()).isPositive();
    Profiles.assertConsistent(profile.roots());
  }

  @Test
  void enter_noRoomEvenForOthers_isIgnoredAndCounted() {
    for (int i = 0; i < 1_000; i++) {
      enter("outer " + i);
      for (var type : OperationType.values()) {
        tree.enter(type, type.component(), "");
        tree.exit(1, false);
      }
      tree.exit(100, false);
    }

    var profile = profiler.snapshot();

    assertThat(Profiles.byPath(profile)).hasSizeLessThanOrEqualTo(CallTree.MAX_PATHS);
    assertThat(profile.losses().ignored() + profile.losses().renamed()).isPositive();
    assertThat(profile.roots().stream().mapToLong(CallNode::totalNanos).sum()).isEqualTo(100_000);
    assertThat(tree.depth()).isZero();
  }

  @Test
  void enter_nothingGiven_isRefusedAndNothingEntered() {
    assertThatNullPointerException()
        .isThrownBy(() -> tree.enter(OperationType.CUSTOM, Component.OTHER, null))
        .withMessage("name");
    assertThat(tree.depth()).isZero();
  }

  @Test
  void enterAndExit_pathsSeenBefore_allocateNothing() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    work(20_000);

    long before = threads.getThreadAllocatedBytes(thread);
    long between = threads.getThreadAllocatedBytes(thread);
    work(20_000);
    long after = threads.getThreadAllocatedBytes(thread);

    assertThat(after - between).isEqualTo(between - before);
  }

  private void work(int times) {
    for (int i = 0; i < times; i++) {
      enter("outer");
      call("left", i);
      call("right", i);
      enter("given up");
      tree.abandon();
      tree.exit(3L * i, false);
    }
  }

  @Test
  void none_anything_isNothing() {
    var none = CallTree.none();

    none.enter(OperationType.CUSTOM, Component.OTHER, "");
    none.exit(1, true);
    none.abandon();
    none.abandonTo(0);
    none.addApart(OperationType.CUSTOM, Component.OTHER, "", 1, true);

    assertThat(none.depth()).isZero();
  }
}
