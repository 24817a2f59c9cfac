// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.model.night.Durations;

class DetectionTest {

  private static Histogram durations(Random random, int count, double median, double deviation) {
    var histogram = new Histogram(2);
    double session = median * Math.exp(deviation * random.nextGaussian());
    for (int i = 0; i < count; i++) {
      histogram.recordValue(Math.round(session * Math.exp(0.2 * random.nextGaussian())));
    }
    return histogram;
  }

  private static Sessions sessions(double deviation) {
    var random = new Random(1);
    List<Map<String, Histogram>> sessions = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      sessions.add(
          Map.of(
              "insert", durations(random, 2_000, 30_000, deviation),
              "render", durations(random, 2_000, 500_000, deviation)));
    }
    return Sessions.of(sessions);
  }

  @Test
  void run_ofSessionsThatAreAlike_findsEveryChangeAndRaisesNoAlarm() {
    Detection detection = Detection.run(4, sessions(0.02), 1);

    Detection.Row ours = detection.rows().get(0);
    assertThat(ours.found()).isEqualTo(1);
    assertThat(ours.foundSteady()).isEqualTo(1);
    assertThat(ours.falseAlarms()).isZero();
    assertThat(detection.rows()).hasSize(4);
    assertThat(detection.sessions()).isEqualTo(12);
  }

  @Test
  void run_again_givesTheSame() {
    assertThat(Detection.run(2, sessions(0.05), 1)).isEqualTo(Detection.run(2, sessions(0.05), 1));
  }

  @Test
  void steady_isWhatThereIsEnoughOfAndWhatDiffersLittle() {
    var few = Map.of("rare", durations(new Random(2), 100, 1_000, 0));

    assertThat(sessions(0.02).isSteady("insert")).isTrue();
    assertThat(sessions(0.5).isSteady("insert")).isFalse();
    assertThat(Sessions.of(List.of(few)).isSteady("rare")).isFalse();
  }

  @Test
  void recorded_sessions_areReadWithTheOperationsOfEveryKey() throws IOException {
    Sessions sessions = Sessions.recorded();

    assertThat(sessions.all()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(sessions.operations()).contains("keystroke", "buffer insert", "completion search");
    assertThat(sessions.isSteady("keystroke")).isTrue();
    assertThat(Sessions.heldOut().operations())
        .containsExactlyInAnyOrderElementsOf(sessions.operations());
    assertThat(Sessions.heldOut().all()).hasSizeGreaterThanOrEqualTo(20);
  }

  /** Half of the durations of a session are short, half are four times as long. */
  @Test
  void drawn_runs_differAsMuchAsTheirDurationsAllow() {
    var halves = new Histogram(2);
    halves.recordValueWithCount(10_000, 100);
    halves.recordValueWithCount(40_000, 100);
    var runs = new DrawnRuns(Sessions.of(List.of(Map.of("search", halves))));
    var random = new Random(4);

    double[] medians =
        IntStream.range(0, 100)
            .mapToDouble(i -> runs.next(random).get("search").median())
            .sorted()
            .toArray();

    assertThat(medians[0]).isBetween(9_900.0, 10_200.0);
    assertThat(medians[99]).isBetween(39_900.0, 40_500.0);
    List<Long> slower = runs.next(random).get("search").slower(2);
    assertThat(slower).isSorted().hasSize(Durations.SHARES.size());
    assertThat(slower.get(0)).isBetween(19_800L, 20_400L);
  }

  @Test
  void otava_findsShiftsAndNothingInNoise() {
    var random = new Random(3);
    double[] noise = IntStream.range(0, 40).mapToDouble(i -> 100 + random.nextGaussian()).toArray();
    double[] shifted = noise.clone();
    IntStream.range(25, 40).forEach(i -> shifted[i] += 8);

    assertThat(Otava.changes(noise)).isEmpty();
    assertThat(Otava.changes(shifted)).containsExactly(25);
    assertThat(Otava.changes(new double[] {1, 1, 1, 1})).isEmpty();
  }

  @Test
  void peers_lookAtTheNewestNights() {
    double[] slower = {100, 101, 99, 100, 101, 99, 125, 126, 124};

    assertThat(Peers.isOverThreshold(new double[] {100, 100, 121})).isTrue();
    assertThat(Peers.isSignificant(slower)).isTrue();
    assertThat(Peers.hasChangePoint(slower)).isTrue();
    assertThat(Peers.isOverThreshold(new double[] {100, 100, 119})).isFalse();
    assertThat(Peers.isSignificant(new double[] {100, 101, 99, 100, 101, 99})).isFalse();
  }
}
