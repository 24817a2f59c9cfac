// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.lusush.lle.events.TuningOutcome.APPLIED;
import static org.lusush.lle.events.TuningOutcome.KEPT;
import static org.lusush.lle.events.TuningOutcome.REFUSED;
import static org.lusush.lle.events.TuningOutcome.ROLLED_BACK;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.TuningOutcome;
import org.lusush.lle.recorder.AwakeRecorder;
import org.lusush.lle.recorder.Recorded;

/** What becomes of advice. */
final class CoordinatorTest {

  private final List<Decision> told = new ArrayList<>();
  private final Coordinator coordinator = new Coordinator(TuningSettings.defaults(), told::add);
  private long nanos;

  @Test
  void step_changeThatHelps_isKept() {
    var plant = new Plant("cache", 10, value -> value > 10 ? 0.9 : 0.5);
    coordinator.add(once("sizer", () -> plant.advice("sizer", 20, 1)));

    run(60, plant);

    assertThat(plant.value).isEqualTo(20);
    assertThat(told)
        .extracting(Decision::outcome, Decision::from, Decision::to)
        .containsExactly(tuple(APPLIED, 10.0, 20.0), tuple(KEPT, 10.0, 20.0));
    assertThat(told).extracting(Decision::id).containsOnly(1L);
    assertThat(told.get(0).observed()).isNaN();
    assertThat(told.get(1).observed()).isBetween(0.8, 1.0);
    assertThat(coordinator.decisions()).isEqualTo(told);
  }

  @Test
  void step_changeThatHarms_isRolledBack() {
    var plant = new Plant("cache", 100, value -> value < 100 ? 0.6 : 0.9);
    coordinator.add(once("forced", () -> plant.advice("forced", 10, 1)));

    run(60, plant);

    assertThat(plant.value).isEqualTo(100);
    assertThat(outcomes()).containsExactly(APPLIED, ROLLED_BACK);
  }

  @Test
  void step_lowerIsBetterAndItRose_isRolledBack() {
    var plant = new Plant("cache", 100, value -> value < 100 ? 0.5 : 0.2);
    var metric = new Metric("errors", false, 200, 0.01, plant::tally);
    coordinator.add(
        once(
            "forced",
            () ->
                new Advice(
                    "forced",
                    plant.knob,
                    10,
                    "because",
                    1,
                    new Evidence(metric, plant.tally(), 0.1, Control.NONE, 0))));

    run(60, plant);

    assertThat(outcomes()).containsExactly(APPLIED, ROLLED_BACK);
  }

  @Test
  void step_noMeasurements_waits() {
    var plant = new Plant("cache", 10, value -> 0.5);
    coordinator.add(once("sizer", () -> plant.advice("sizer", 20, 1)));

    run(15, plant);
    run(500);
    assertThat(outcomes()).containsExactly(APPLIED);

    run(60, plant);
    assertThat(outcomes()).containsExactly(APPLIED, KEPT);
  }

  @Test
  void step_harmlessChanges_areHardlyEverRolledBack() {
    int rolledBack = 0;
    for (int i = 0; i < 100; i++) {
      var plant = new Plant("cache " + i, 10, i, value -> 0.8);
      var own = new Coordinator(TuningSettings.defaults(), DecisionListener.NONE);
      own.add(once("sizer", () -> plant.advice("sizer", 20, 1)));
      for (int step = 0; step < 60; step++) {
        own.step(TimeUnit.SECONDS.toNanos(step));
        plant.run(20);
      }
      rolledBack +=
          own.decisions().stream().anyMatch(decision -> decision.outcome() == ROLLED_BACK) ? 1 : 0;
    }

    assertThat(rolledBack).isLessThanOrEqualTo(3);
  }

  @Test
  void step_workloadThatBecameHarder_isNotBlamedOnTheChange() {
    var plant = new Plant("cache", 10, value -> value > 10 ? 0.6 : 0.9);
    Control control = () -> -0.3;
    coordinator.add(
        once(
            "sizer",
            () ->
                new Advice(
                    "sizer",
                    plant.knob,
                    20,
                    "because",
                    1,
                    new Evidence(plant.metric(), plant.tally(), 0.9, control, 0))));

    run(60, plant);

    assertThat(outcomes()).containsExactly(APPLIED, KEPT);
  }

  @Test
  void step_measurementsThatFillTheCache_doNotCount() {
    var plant = new Plant("cache", 10, value -> 0.9);
    var metric = plant.metric();
    coordinator.add(
        once(
            "sizer",
            () ->
                new Advice(
                    "sizer",
                    plant.knob,
                    20,
                    "because",
                    1,
                    new Evidence(metric, plant.tally(), 0.9, Control.NONE, 1_000))));

    run(11, plant);
    run(40, plant);
    assertThat(outcomes()).containsExactly(APPLIED);
    run(60, plant);
    assertThat(outcomes()).containsExactly(APPLIED, KEPT);
  }

  @Test
  void step_twoAdviseOneKnob_takesTheBetterByItsCostAndRefusesTheOther() {
    var plant = new Plant("cache", 10, value -> 0.5);
    coordinator.add(once("dear", () -> plant.advice("dear", 510, 100)));
    coordinator.add(once("cheap", () -> plant.advice("cheap", 20, 50)));

    run(11, plant);

    assertThat(plant.value).isEqualTo(20);
    assertThat(told)
        .extracting(Decision::tuner, Decision::outcome)
        .containsExactly(tuple("cheap", APPLIED), tuple("dear", REFUSED));
    assertThat(told.get(1).reason()).contains("worth more").contains("cheap");
  }

  @Test
  void step_sharedBudget_goesToTheBestAndIsNeverOverdrawn() {
    var first = new Plant("first", 40, value -> 0.5);
    var second = new Plant("second", 40, value -> 0.5);
    var budget = new Budget("all entries", 100);
    budget.add(first.knob, 1);
    budget.add(second.knob, 1);
    coordinator.add(budget);
    coordinator.add(
        onceAll(
            "sizer", () -> List.of(first.advice("sizer", 55, 1), second.advice("sizer", 55, 10))));

    run(11, first, second);

    assertThat(first.value).isEqualTo(40);
    assertThat(second.value).isEqualTo(55);
    assertThat(budget.used()).isEqualTo(95);
    assertThat(told).extracting(Decision::outcome).containsExactly(APPLIED, REFUSED);
    assertThat(told.get(1).reason()).contains("more than is left of all entries");
  }

  @Test
  void step_outOfBounds_isRefusedOnce() {
    var plant = new Plant("cache", 10, value -> 0.5);
    coordinator.add(always("wild", () -> plant.advice("wild", 1e9, 1)));

    run(100, plant);

    assertThat(plant.value).isEqualTo(10);
    assertThat(outcomes()).containsExactly(REFUSED);
    assertThat(told.get(0).reason()).contains("out of bounds, 1.0 to 1000.0");
  }

  @Test
  void step_notANumber_isRefused() {
    var plant = new Plant("cache", 10, value -> 0.5);
    coordinator.add(always("wild", () -> plant.advice("wild", Double.NaN, 1)));

    run(100, plant);

    assertThat(plant.value).isEqualTo(10);
    assertThat(outcomes()).containsExactly(REFUSED);
  }

  @Test
  void step_badAdviceAgainAndAgain_waitsLongerEachTime() {
    var plant = new Plant("cache", 100, value -> value < 100 ? 0.6 : 0.9);
    coordinator.add(always("stubborn", () -> plant.advice("stubborn", 10, 1)));

    run(3_600, plant);

    assertThat(outcomes()).filteredOn(outcome -> outcome == ROLLED_BACK).hasSizeBetween(3, 7);
  }

  @Test
  void step_tunersThatDisagreeForever_swingLessAndLess() {
    var plant = new Plant("cache", 100, value -> 0.9);
    coordinator.add(
        always(
            "waverer",
            () ->
                plant.value > 50
                    ? plant.advice("waverer", 40, 0)
                    : plant.advice("waverer", 100, 1)));

    run(3_600, plant);
    long first = swings();
    run(3_600, plant);

    assertThat(first).isBetween(2L, 14L);
    assertThat(swings() - first).isLessThanOrEqualTo(4);
  }

  private long swings() {
    return outcomes().stream().filter(outcome -> outcome == APPLIED).count();
  }

  @Test
  void step_oneSubject_hasOneChangeAtATime() {
    var plant = new Plant("cache", 10, value -> 0.5);
    var other = Knob.of("cache", "prefetch", 0, 1, () -> 0, value -> {});
    coordinator.add(once("sizer", () -> plant.advice("sizer", 20, 10)));
    coordinator.add(
        once(
            "prefetcher",
            () ->
                new Advice(
                    "prefetcher",
                    other,
                    1,
                    "because",
                    1,
                    new Evidence(plant.metric(), plant.tally(), 0.5, Control.NONE, 0))));

    run(11, plant);

    assertThat(told).extracting(Decision::tuner).containsExactly("sizer");
  }

  @Test
  void step_tunerThatThrows_isNamedAndLeftOutAfterThreeTimes() {
    var plant = new Plant("cache", 10, value -> value > 10 ? 0.9 : 0.5);
    var calls = new int[1];
    coordinator.add(
        always(
            "broken",
            () -> {
              calls[0]++;
              throw new IllegalStateException("on purpose");
            }));
    coordinator.add(once("sizer", () -> plant.advice("sizer", 20, 1)));

    run(100, plant);

    assertThat(coordinator.failures()).containsExactly(entry("broken", 3));
    assertThat(calls[0]).isEqualTo(3);
    assertThat(outcomes()).containsExactly(APPLIED, KEPT);
  }

  @Test
  void step_knobThatThrows_isRefusedWithoutItsWords() {
    var plant = new Plant("cache", 10, value -> 0.5);
    var hostile =
        Knob.of(
            "cache",
            "entries",
            1,
            100,
            () -> 10,
            value -> {
              throw new IllegalStateException("s3cret");
            });
    coordinator.add(
        always(
            "sizer",
            () ->
                new Advice(
                    "sizer",
                    hostile,
                    20,
                    "because",
                    1,
                    new Evidence(plant.metric(), plant.tally(), 0.5, Control.NONE, 0))));

    run(100, plant);

    assertThat(outcomes()).containsExactly(REFUSED);
    assertThat(told.get(0).reason()).contains("IllegalStateException").doesNotContain("s3cret");
  }

  @Test
  void step_metricThatFailsLater_isRolledBack() {
    var plant = new Plant("cache", 10, value -> 0.5);
    var reads = new int[1];
    Supplier<Tally> source =
        () -> {
          if (reads[0]++ > 3) {
            throw new IllegalStateException("on purpose");
          }
          return plant.tally();
        };
    var metric = new Metric("share", true, 1_000, 0, source);
    coordinator.add(
        once(
            "sizer",
            () ->
                new Advice(
                    "sizer",
                    plant.knob,
                    20,
                    "because",
                    1,
                    new Evidence(metric, plant.tally(), 0.5, Control.NONE, 0))));

    run(60, plant);

    assertThat(plant.value).isEqualTo(10);
    assertThat(outcomes()).containsExactly(APPLIED, ROLLED_BACK);
    assertThat(coordinator.failures()).containsKey("sizer");
  }

  @Test
  void step_listenerThatThrows_isCounted() {
    var plant = new Plant("cache", 10, value -> value > 10 ? 0.9 : 0.5);
    var own =
        new Coordinator(
            TuningSettings.defaults(),
            decision -> {
              throw new IllegalStateException("on purpose");
            });
    own.add(once("sizer", () -> plant.advice("sizer", 20, 1)));

    for (int step = 0; step < 60; step++) {
      own.step(TimeUnit.SECONDS.toNanos(step));
      plant.run(20);
    }

    assertThat(own.listenerFailures()).isEqualTo(2);
    assertThat(own.decisions()).hasSize(2);
  }

  @Test
  void decisions_manyOfThem_areTheLastHundred() {
    var plants =
        IntStream.range(0, 150).mapToObj(i -> new Plant("cache " + i, 10, value -> 0.5)).toList();
    coordinator.add(
        always(
            "sizer",
            () -> {
              var next = plants.stream().filter(plant -> plant.value == 10).findFirst();
              return next.orElse(plants.get(0)).advice("sizer", 20, 1);
            }));

    run(1_600, plants.get(0));

    assertThat(told).hasSizeGreaterThan(140);
    assertThat(coordinator.decisions())
        .hasSize(100)
        .isEqualTo(told.subList(told.size() - 100, told.size()));
  }

  @Test
  void events_inARecording_areOneForEachStep() throws Exception {
    var plant = new Plant("cache", 100, value -> value < 100 ? 0.6 : 0.9);
    var own = new Coordinator(TuningSettings.defaults(), DecisionListener.events());
    own.add(once("forced", () -> plant.advice("forced", 10, 1)));

    List<RecordedEvent> events;
    var recorder = AwakeRecorder.start();
    try (recorder) {
      events =
          Recorded.during(
              () -> {
                for (int step = 0; step < 60; step++) {
                  own.step(TimeUnit.SECONDS.toNanos(step));
                  plant.run(20);
                }
              });
    }

    assertThat(events)
        .filteredOn(event -> event.getEventType().getName().equals("lle.TuningDecision"))
        .extracting(
            event -> event.getLong("decisionId"),
            event -> event.getString("tuner"),
            event -> event.getString("outcome"),
            CoordinatorTest::isObserved)
        .containsExactly(
            tuple(1L, "forced", "applied", false), tuple(1L, "forced", "rolled back", true));
  }

  private static boolean isObserved(RecordedEvent event) {
    return event.getDouble("observed") > 0;
  }

  private List<TuningOutcome> outcomes() {
    return told.stream().map(Decision::outcome).toList();
  }

  /** Steps, with twenty measurements of each plant in between. */
  private void run(int steps, Plant... plants) {
    for (int i = 0; i < steps; i++) {
      coordinator.step(nanos);
      nanos += TimeUnit.SECONDS.toNanos(1);
      for (var plant : plants) {
        plant.run(20);
      }
    }
  }

  private static Tuner once(String name, Supplier<Advice> advice) {
    return onceAll(name, () -> List.of(advice.get()));
  }

  private static Tuner onceAll(String name, Supplier<List<Advice>> advice) {
    var given = new boolean[1];
    return new Fixed(
        name,
        () -> {
          var now = given[0] ? List.<Advice>of() : advice.get();
          given[0] = true;
          return now;
        });
  }

  private static Tuner always(String name, Supplier<Advice> advice) {
    return new Fixed(name, () -> List.of(advice.get()));
  }

  private record Fixed(String name, Supplier<List<Advice>> advice) implements Tuner {
    @Override
    public List<Advice> advise(Window now) {
      return advice.get();
    }
  }
}
