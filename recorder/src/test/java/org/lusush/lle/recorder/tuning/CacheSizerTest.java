// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lusush.lle.events.TuningOutcome;
import org.lusush.lle.events.schema.EventSchema.MissRatioCurve;
import org.lusush.lle.recorder.AwakeRecorder;
import org.lusush.lle.recorder.Recorded;

/** Real caches, sized by the coordinator while a trace is replayed. */
final class CacheSizerTest {

  private static final double TARGET = 0.9;
  private static final int LENGTH = 200_000;

  static Stream<Arguments> traces() {
    return Stream.of(
        Arguments.of("zipf", Traces.zipf(1, 1_000, 1.1, LENGTH)),
        Arguments.of("flat zipf", Traces.zipf(2, 300, 0.7, LENGTH)),
        Arguments.of("shell", Traces.shell(14, LENGTH)),
        Arguments.of("another shell", Traces.shell(7, LENGTH)),
        Arguments.of("loop", Traces.loop(150, LENGTH)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("traces")
  void replay_fromTenTimesTooSmall_reachesTheTargetWithFewEntriesMore(String name, long[] trace) {
    int from = LENGTH / 2;
    int smallest = smallest(trace, from);
    var replay = new Replay(Math.max(1, smallest / 10), 2_000, 100);

    double hitRate = replay.run(trace, from);

    assertThat(hitRate).isGreaterThanOrEqualTo(TARGET);
    assertThat((double) replay.cache.size()).isLessThanOrEqualTo(1.2 * smallest);
  }

  @Test
  void replay_fromTenTimesTooLarge_givesTheRestBack() {
    var trace = Traces.zipf(4, 300, 0.7, LENGTH);
    int smallest = smallest(trace, LENGTH / 2);
    var replay = new Replay(10 * smallest, 5_000, 100);

    double hitRate = replay.run(trace, 3 * LENGTH / 4);

    assertThat(hitRate).isGreaterThanOrEqualTo(TARGET - 0.01);
    assertThat((double) replay.cache.size()).isLessThanOrEqualTo(1.2 * smallest);
  }

  @Test
  void curve_ofAReplay_isRecordedAtFewSizesAndIsTheOneThatAdviceRestsOn() throws Exception {
    var trace = Traces.zipf(1, 1_000, 1.1, LENGTH / 4);
    var recorder = AwakeRecorder.start();

    var points =
        Recorded.during(
                () -> {
                  recorder.awaitListening();
                  new Replay(40, 2_000, 100).run(trace, 0);
                })
            .stream()
            .filter(event -> event.getEventType().getName().equals(MissRatioCurve.TYPE))
            .toList();
    recorder.close();

    long last = points.stream().mapToLong(point -> point.getLong("curveId")).max().orElseThrow();
    // A recording holds them in the order in which they were flushed.
    var curve =
        points.stream()
            .filter(point -> point.getLong("curveId") == last)
            .sorted(Comparator.comparingInt(point -> point.getInt("entries")))
            .toList();
    assertThat(curve).hasSizeBetween(10, CurveEvents.POINTS);
    assertThat(curve)
        .extracting(point -> point.getInt("entries"))
        .doesNotHaveDuplicates()
        .startsWith(1)
        .endsWith(2_000)
        .contains(curve.get(0).getInt("entriesNow"));
    assertThat(curve)
        .extracting(point -> point.getDouble("missRatio"))
        .isSortedAccordingTo(Comparator.reverseOrder());
    var exact = ExactLru.of(trace, 0);
    var middle = curve.get(curve.size() / 2);
    assertThat(1 - middle.getDouble("missRatio"))
        .isCloseTo(exact.hitRate(middle.getInt("entries")), within(0.05));
  }

  @Test
  void replay_anotherPhase_followsAndGivesBack() {
    int each = 150_000;
    var small = Traces.phases(5, each, 50);
    var large = Traces.phases(6, each, 600);
    var replay = new Replay(10, 2_000, 100);

    replay.run(small, 0);
    int first = replay.cache.size();
    double hitRate = replay.run(large, each / 2);
    int second = replay.cache.size();
    replay.run(small, 0);

    assertThat(hitRate).isGreaterThanOrEqualTo(TARGET - 0.005);
    assertThat(second).isGreaterThan(5 * first);
    assertThat(replay.cache.size()).isLessThan(2 * first);
  }

  @Test
  void replay_stationaryWork_comesToRest() {
    var trace = Traces.zipf(7, 1_000, 1.1, 4 * LENGTH);
    var replay = new Replay(40, 2_000, 100);

    replay.run(Arrays.copyOf(trace, LENGTH), 0);
    var settled = replay.coordinator.decisions();
    replay.run(Arrays.copyOfRange(trace, LENGTH, trace.length), 0);

    var later =
        replay.coordinator.decisions().stream()
            .filter(decision -> !settled.contains(decision))
            .filter(decision -> decision.outcome() == TuningOutcome.APPLIED)
            .toList();
    assertThat(later).hasSizeLessThanOrEqualTo(3);
    assertThat(reversals(later)).isLessThanOrEqualTo(1);
  }

  @Test
  void replay_noKeyTwice_asksForNothing() {
    var replay = new Replay(100, 2_000, 100);

    replay.run(Traces.scan(60_000), 0);

    assertThat(replay.cache.size()).isLessThanOrEqualTo(100);
    assertThat(replay.coordinator.decisions()).noneMatch(decision -> decision.to() > 100);
  }

  @Test
  void replay_loopThatTheMaximumCannotHold_doesNotTakeAllOfIt() {
    var replay = new Replay(50, 400, 100);

    replay.run(Traces.loop(1_000, 60_000), 0);

    assertThat(replay.cache.size()).isLessThanOrEqualTo(50);
  }

  @Test
  void replay_invalidatedAllTheTime_doesNotGrowForIt() {
    var replay = new Replay(100, 2_000, 100);
    var trace = Traces.loop(60, 60_000);

    replay.run(trace, 0, i -> i % 60 == 0);

    assertThat(replay.cache.size()).isLessThanOrEqualTo(100);
  }

  @Test
  void advise_fewLookups_isNothing() {
    var replay = new Replay(1, 2_000, 1);

    replay.run(Traces.loop(10, 250), 0);

    assertThat(replay.coordinator.decisions()).isEmpty();
  }

  private static int reversals(List<Decision> decisions) {
    int reversals = 0;
    for (int i = 1; i < decisions.size(); i++) {
      boolean wasGrowth = decisions.get(i - 1).to() > decisions.get(i - 1).from();
      reversals += wasGrowth == decisions.get(i).to() > decisions.get(i).from() ? 0 : 1;
    }
    return reversals;
  }

  /** The least size that reaches the target, found by trying. */
  private static int smallest(long[] trace, int from) {
    int low = 1;
    int high = 2_000;
    while (low < high) {
      int middle = (low + high) / 2;
      if (ReplayedCache.hitRate(trace, from, middle) >= TARGET) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
