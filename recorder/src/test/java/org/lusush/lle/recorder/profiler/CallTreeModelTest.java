// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;

/** Random operations, given to a tree and to a plain recursion that adds them up. */
final class CallTreeModelTest {

  private static final OperationType[] TYPES = {
    OperationType.CUSTOM, OperationType.COMPLETION_SEARCH, OperationType.DISPLAY_RENDER
  };

  private static final List<ProfilerMode> MODES = List.of(ProfilerMode.values());

  /** An operation with its own time; one that is given up has none. */
  private record Work(
      OperationType type,
      String name,
      long own,
      boolean failed,
      boolean givenUp,
      List<Work> inside) {

    String key() {
      return type.label() + "@" + type.component().label() + ":" + name;
    }

    /** Returns the time that the operation around sees. */
    long nanos() {
      return own + inside.stream().mapToLong(Work::nanos).sum();
    }
  }

  private static final class Expected {
    long calls;
    long failures;
    long self;
    long total;
    long min = Long.MAX_VALUE;
    long max;
  }

  private static Work random(Random random, int depth) {
    int inside = depth == 0 ? 0 : random.nextInt(4);
    var works = new ArrayList<Work>();
    for (int i = 0; i < inside; i++) {
      works.add(random(random, depth - 1));
    }
    boolean givenUp = random.nextInt(10) == 0;
    return new Work(
        TYPES[random.nextInt(TYPES.length)],
        "n" + random.nextInt(5),
        givenUp ? 0 : random.nextInt(10_000),
        random.nextInt(5) == 0,
        givenUp,
        works);
  }

  private static void profile(Work work, CallTree tree) {
    tree.enter(work.type, work.type.component(), work.name);
    work.inside.forEach(inside -> profile(inside, tree));
    if (work.givenUp) {
      tree.abandon();
    } else {
      tree.exit(work.nanos(), work.failed);
    }
  }

  private static void model(Work work, String around, Map<String, Expected> byPath) {
    String path = around + work.key();
    var expected = byPath.computeIfAbsent(path, p -> new Expected());
    expected.total += work.nanos();
    expected.self += work.own;
    if (!work.givenUp) {
      expected.calls++;
      expected.failures += work.failed ? 1 : 0;
      expected.min = Math.min(expected.min, work.nanos());
      expected.max = Math.max(expected.max, work.nanos());
    }
    work.inside.forEach(inside -> model(inside, path + "/", byPath));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void snapshot_randomOperations_isWhatAPlainRecursionAddsUp(long seed) {
    var random = new Random(seed);
    var profiler = Profiles.on(ProfilerMode.INSTRUMENTATION);
    var byPath = new TreeMap<String, Expected>();

    for (int i = 0; i < 200; i++) {
      var work = random(random, 3);
      profile(work, profiler.tree());
      model(work, "", byPath);
    }

    var profile = profiler.snapshot();
    var nodes = Profiles.byPath(profile);
    assertThat(profile.losses().ignored()).isZero();
    assertThat(nodes.keySet()).isEqualTo(byPath.keySet());
    byPath.forEach(
        (path, expected) -> assertThat(figures(nodes.get(path))).isEqualTo(figures(expected)));
    Profiles.assertConsistent(profile.roots());
  }

  private static List<Long> figures(CallNode node) {
    return List.of(
        node.calls(),
        node.failures(),
        node.selfNanos(),
        node.totalNanos(),
        node.minNanos(),
        node.maxNanos());
  }

  private static List<Long> figures(Expected e) {
    return List.of(e.calls, e.failures, e.self, e.total, e.calls == 0 ? 0 : e.min, e.max);
  }

  /** Any calls in any order, many of them wrong. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyCalls_inAnyModeAndOrder_leaveAConsistentTree(long seed) {
    var random = new Random(seed);
    var profiler = Profiles.on(ProfilerMode.INSTRUMENTATION);
    var tree = profiler.tree();

    for (int i = 0; i < 50_000; i++) {
      switch (random.nextInt(12)) {
        case 0, 1, 2, 3, 4 ->
            tree.enter(
                TYPES[random.nextInt(TYPES.length)], Component.OTHER, "n" + random.nextInt(3));
        case 5, 6, 7, 8 -> tree.exit(random.nextInt(1_000) - 10, random.nextBoolean());
        case 9 -> tree.abandon();
        case 10 -> tree.abandonTo(random.nextInt(40) - 2);
        default -> {
          profiler.mode(MODES.get(random.nextInt(MODES.size())));
          profiler.samplingRate(1 + random.nextInt(3));
        }
      }
    }
    tree.abandonTo(0);

    var profile = profiler.snapshot();
    assertThat(tree.depth()).isZero();
    assertThat(profile.overhead().profiled()).isPositive();
    Profiles.assertConsistent(profile.roots());
  }
}
