// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.hotspot.HotSpotCriteria;
import org.lusush.lle.events.hotspot.HotSpotCriteria.Criterion;
import org.lusush.lle.events.hotspot.Suggestion;

/** What a profile answers. */
final class ProfileTest {

  private final Profiler profiler = Profiles.on(ProfilerMode.INSTRUMENTATION);

  private void enter(OperationType type, String name) {
    profiler.tree().enter(type, type.component(), name);
  }

  private void exit(long nanos) {
    profiler.tree().exit(nanos, false);
  }

  /** Two widgets that parse, one of them while it completes. */
  @BeforeEach
  void work() {
    enter(OperationType.EVENT_DISPATCH, "complete");
    enter(OperationType.COMPLETION_SEARCH, "Files");
    enter(OperationType.CUSTOM, "parse");
    exit(2_000_000);
    exit(7_000_000);
    exit(8_000_000);
    enter(OperationType.EVENT_DISPATCH, "insert");
    enter(OperationType.CUSTOM, "parse");
    exit(3_000_000);
    exit(4_000_000);
  }

  @Test
  void hotSpots_callsFromSeveralPlaces_areOneSpot() {
    var ranking = profiler.snapshot().hotSpots(HotSpotCriteria.defaults());

    assertThat(ranking)
        .extracting(HotSpot::name)
        .containsExactly("Files", "parse", "complete", "insert");
    assertThat(ranking).extracting(HotSpot::rank).containsExactly(1, 2, 3, 4);
    assertThat(ranking.get(1))
        .isEqualTo(
            new HotSpot(
                2,
                OperationType.CUSTOM,
                "parse",
                2,
                0,
                5_000_000,
                5 / 12.0,
                2_500_000,
                2_000_000,
                3_000_000,
                3_000_000,
                true,
                ranking.get(1).met()));
    assertThat(ranking.get(1).met())
        .containsExactly(Criterion.SHARE, Criterion.TOTAL, Criterion.SINGLE);
  }

  @Test
  void hotSpots_oneSlowCallInAHundred_isHotAndNotCritical() {
    for (int i = 0; i < 200; i++) {
      enter(OperationType.HISTORY_SEARCH, "");
      exit(i % 100 == 0 ? 80_000_000 : 100_000 + i);
    }

    var spot = profiler.snapshot().hotSpots(HotSpotCriteria.defaults()).get(0);

    assertThat(spot.type()).isEqualTo(OperationType.HISTORY_SEARCH);
    assertThat(spot.p99Nanos()).isBetween(100_199L, 100_199L * 129 / 128);
    assertThat(spot.critical()).isFalse();
    assertThat(spot.met()).contains(Criterion.SHARE, Criterion.SINGLE);
  }

  @Test
  void hotSpots_oneSlowCallMore_isCritical() {
    for (int i = 0; i < 200; i++) {
      enter(OperationType.HISTORY_SEARCH, "");
      exit(i % 100 == 0 || i == 1 ? 80_000_000 : 100_000);
    }

    var spot = profiler.snapshot().hotSpots(HotSpotCriteria.defaults()).get(0);

    assertThat(spot.p99Nanos()).isEqualTo(80_000_000);
    assertThat(spot.critical()).isTrue();
  }

  @Test
  void hotSpots_sameSelfTime_areByLabelAndThenByName() {
    var ranking = profiler.snapshot().hotSpots(HotSpotCriteria.defaults());

    assertThat(ranking.get(2).selfNanos()).isEqualTo(ranking.get(3).selfNanos());
    assertThat(ranking.get(2).name()).isLessThan(ranking.get(3).name());
  }

  @Test
  void hotSpots_otherComponentOfOneOperation_isTheSameSpot() {
    profiler.tree().enter(OperationType.CUSTOM, Component.SYNTAX, "parse");
    exit(9_000_000);

    var first = profiler.snapshot().hotSpots(HotSpotCriteria.defaults()).get(0);

    assertThat(first.name()).isEqualTo("parse");
    assertThat(first.calls()).isEqualTo(3);
  }

  @Test
  void suggestions_ofAHotSpot_giveTheirEvidence() {
    var spot = profiler.snapshot().hotSpots(HotSpotCriteria.defaults()).get(1);

    assertThat(spot.isHot()).isTrue();
    assertThat(spot.suggestions())
        .containsExactly(
            new Suggestion(
                "parse-what-changed",
                "Keep the last parse, and parse only what changed since.",
                "self 5.00 ms; 2 calls",
                5_000_000));
  }

  @Test
  void callersAndCallees_areByTypeAndName() {
    var profile = profiler.snapshot();

    assertThat(profile.callers(OperationType.CUSTOM, "parse"))
        .containsExactly(
            new Profile.Edge(OperationType.EVENT_DISPATCH, "insert", 1, 3_000_000),
            new Profile.Edge(OperationType.COMPLETION_SEARCH, "Files", 1, 2_000_000));
    assertThat(profile.callees(OperationType.COMPLETION_SEARCH, "Files"))
        .containsExactly(new Profile.Edge(OperationType.CUSTOM, "parse", 1, 2_000_000));
    assertThat(profile.callers(OperationType.EVENT_DISPATCH, "insert")).isEmpty();
    assertThat(profile.callees(OperationType.CUSTOM, "parse")).isEmpty();
    assertThat(profile.callers(OperationType.CUSTOM, "unheard of")).isEmpty();
  }

  @Test
  void parent_ofANode_isTheOneAround() {
    var profile = profiler.snapshot();
    var top = profile.roots().get(0);
    var files = top.children().get(0);

    assertThat(profile.parent(files)).containsSame(top);
    assertThat(profile.parent(files.children().get(0))).containsSame(files);
    assertThat(profile.parent(top)).isEmpty();
    assertThat(profiler.snapshot().parent(files)).isEmpty();
  }

  @Test
  void children_areByTime() {
    enter(OperationType.EVENT_DISPATCH, "insert");
    enter(OperationType.DISPLAY_RENDER, "");
    exit(90_000_000);
    exit(90_000_000);

    var insert = profiler.snapshot().roots().get(0);

    assertThat(insert.name()).isEqualTo("insert");
    assertThat(insert.children())
        .extracting(CallNode::type)
        .containsExactly(OperationType.DISPLAY_RENDER, OperationType.CUSTOM);
  }

  @Test
  void collapsedStacks_areALineForEachPath() throws Exception {
    var out = new StringBuilder();

    CollapsedStacks.write(profiler.snapshot(), out);

    assertThat(out)
        .hasToString(
            """
            event dispatch:complete 1000
            event dispatch:complete;completion search:Files 5000
            event dispatch:complete;completion search:Files;custom:parse 2000
            event dispatch:insert 1000
            event dispatch:insert;custom:parse 3000
            """);
  }

  @Test
  void collapsedStacks_hostileNames_stayOnTheirLineAndInTheirFrame() throws Exception {
    var hostile = Profiles.on(ProfilerMode.INSTRUMENTATION);
    hostile.tree().enter(OperationType.CUSTOM, Component.OTHER, "a;b\n\\c\u2028 7");
    hostile.tree().enter(OperationType.DISPLAY_RENDER, Component.DISPLAY, "");
    hostile.tree().exit(1_500, false);
    hostile.tree().exit(1_999, false);
    var out = new StringBuilder();

    CollapsedStacks.write(hostile.snapshot(), out);

    assertThat(out).hasToString("custom:a\\u003bb\\u000a\\u005cc\\u2028 7;display render 2\n");
  }
}
