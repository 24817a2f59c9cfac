// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.live.LiveSnapshot.Aim;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.events.OperationNames;
import org.lusush.lle.events.Targets;

final class LiveModelTest {

  private static final Instant START = Instant.parse("2026-11-24T22:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String RENDER = "display render";
  private static final long MILLI = 1_000_000;

  private final LiveModel model = new LiveModel(42, START, SECOND, Targets.defaults());

  private static String histogram(long... nanos) {
    var histogram = new Histogram(2);
    Arrays.stream(nanos).forEach(histogram::recordValue);
    var bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(bytes);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
  }

  private static Instant at(double seconds) {
    return START.plusNanos(Math.round(seconds * 1e9));
  }

  /** Tells of the second that ends then. */
  private void tell(double end, String operation, long... nanos) {
    long total = Arrays.stream(nanos).sum();
    model.add(
        new Told.Interval(
            at(end), operation, SECOND.toNanos(), 0, total, total / 2, histogram(nanos)));
  }

  private static Told.Session session(double at, long keystrokes, long lines) {
    return new Told.Session(at(at), "sh", "JLine", "xterm", 80, 24, START, lines, keystrokes, 3, 1);
  }

  private Optional<LiveSnapshot> arrived(double at) {
    return model.arrived(at(at));
  }

  /** Begins the first interval. */
  private void begin(double at) {
    model.addTrend(at(at), RENDER, "stable");
    assertThat(arrived(at)).isEmpty();
  }

  private LiveSnapshot endAt(double at) {
    model.addTrend(at(at), RENDER, "stable");
    return arrived(at).orElseThrow();
  }

  private static LiveSnapshot.Operation operation(LiveSnapshot snapshot, String name) {
    return snapshot.operations().stream()
        .filter(operation -> operation.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void arrived_completeInterval_hasItsFiguresAndThoseOfTheWindow() {
    begin(0.1);
    tell(1.1, RENDER, MILLI, MILLI, 3 * MILLI);
    LiveSnapshot first = endAt(1.1);
    tell(2.1, RENDER, 9 * MILLI);
    LiveSnapshot second = endAt(2.1);

    assertThat(first.interval()).isEqualTo(SECOND);
    assertThat(operation(first, RENDER).perSecond()).isEqualTo(3);
    assertThat(operation(second, RENDER).perSecond()).isEqualTo(1);
    assertThat(operation(second, RENDER).count()).isEqualTo(4);
    assertThat(operation(second, RENDER).maxNanos()).isCloseTo(9 * MILLI, within(MILLI / 10));
    assertThat(operation(second, RENDER).trend()).isEqualTo("stable");
    assertThat(operation(second, RENDER).p99s()).hasSize(2).isSorted();
    assertThat(second.window()).isEqualTo(SECOND.multipliedBy(2));
  }

  @Test
  void arrived_severalTellingsInOneInterval_areAddedUp() {
    var slow = new LiveModel(42, START, SECOND.multipliedBy(3), Targets.defaults());
    slow.addTrend(at(0.1), RENDER, "stable");
    for (double end : new double[] {1.1, 2.1, 3.1}) {
      slow.add(
          new Told.Interval(at(end), RENDER, SECOND.toNanos(), 1, MILLI, MILLI, histogram(MILLI)));
      if (end < 3) {
        assertThat(slow.arrived(at(end))).isEmpty();
      }
    }

    LiveSnapshot snapshot = slow.arrived(at(3.1)).orElseThrow();

    assertThat(operation(snapshot, RENDER).count()).isEqualTo(3);
    assertThat(operation(snapshot, RENDER).perSecond()).isEqualTo(1);
    assertThat(operation(snapshot, RENDER).errors()).isEqualTo(3);
  }

  @Test
  void add_intervalThatBeganBeforeTheRecording_isLeftOut() {
    tell(0.2, RENDER, 500 * MILLI);
    tell(1.2, RENDER, MILLI);

    LiveSnapshot snapshot = endAt(1.2);

    assertThat(operation(snapshot, RENDER).count()).isEqualTo(1);
  }

  @Test
  void arrived_beatOfAnotherRecordingBefore_doesNotBeginAnInterval() {
    model.addTrend(at(-0.5), RENDER, "stable");
    begin(0.5);
    tell(1.5, RENDER, MILLI);

    LiveSnapshot snapshot = endAt(1.5);

    assertThat(snapshot.window()).isEqualTo(SECOND);
  }

  @Test
  void window_afterMoreThanItHolds_forgetsTheOldest() {
    begin(0);
    tell(1, RENDER, 500 * MILLI);
    LiveSnapshot last = endAt(1);
    for (int second = 2; second <= LiveSnapshot.WINDOW; second++) {
      tell(second, RENDER, MILLI);
      last = endAt(second);
    }
    assertThat(operation(last, RENDER).maxNanos()).isGreaterThan(400 * MILLI);

    last = endAt(LiveSnapshot.WINDOW + 1);

    assertThat(operation(last, RENDER).count()).isEqualTo(LiveSnapshot.WINDOW - 1);
    assertThat(operation(last, RENDER).maxNanos()).isLessThan(2 * MILLI);
    assertThat(operation(last, RENDER).p99s()).hasSize(LiveSnapshot.WINDOW).endsWith(0L);
    assertThat(last.window()).isEqualTo(SECOND.multipliedBy(LiveSnapshot.WINDOW));
  }

  @Test
  void shell_countsWhatCameAfterItsSessions() {
    model.add(session(0.1, 100, 10));
    tell(0.2, Timing.KEYSTROKE, MILLI, MILLI); // of before, and in the 100
    model.addLine(at(0.05));
    tell(1.2, Timing.KEYSTROKE, MILLI, MILLI, MILLI);
    model.addLine(at(0.7));

    LiveSnapshot snapshot = endAt(1.2);

    assertThat(snapshot.shell().orElseThrow().keystrokes()).isEqualTo(103);
    assertThat(snapshot.shell().orElseThrow().lines()).isEqualTo(11);
    assertThat(snapshot.now().count()).isEqualTo(3);
    assertThat(snapshot.now().shareWithinFrame()).isEqualTo(1);
  }

  @Test
  void shell_severalSessionsAtOnce_areAddedUpAndLaterOnesReplaceThem() {
    model.add(session(0.1, 100, 10));
    model.add(session(0.101, 7, 1));
    LiveSnapshot first = endAfter(1.2);
    model.add(session(1.3, 110, 11));
    LiveSnapshot second = endAfter(2.3);

    assertThat(first.shell().orElseThrow().sessions()).isEqualTo(2);
    assertThat(first.shell().orElseThrow().keystrokes()).isEqualTo(107);
    assertThat(second.shell().orElseThrow().sessions()).isEqualTo(1);
    assertThat(second.shell().orElseThrow().keystrokes()).isEqualTo(110);
  }

  private LiveSnapshot endAfter(double at) {
    model.addTrend(at(at - 1), RENDER, "stable");
    assertThat(arrived(at - 1)).isEmpty();
    return endAt(at);
  }

  @Test
  void alerts_moreThanAreKept_newestFirstAndCounted() {
    begin(0);
    for (int i = 0; i < 40; i++) {
      model.add(alert(0.01 * i));
    }

    LiveSnapshot snapshot = endAt(1);

    assertThat(snapshot.alertCount()).isEqualTo(40);
    assertThat(snapshot.alerts()).hasSize(LiveSnapshot.MAX_ALERTS);
    assertThat(snapshot.alerts().get(0).at()).isEqualTo(at(0.39));
  }

  @Test
  void alerts_ofTheStartOfTheRecording_areLeftOut() {
    model.add(alert(0.05));
    begin(0.1);
    model.add(alert(0.06));
    model.add(alert(0.5));

    assertThat(endAt(1.1).alerts()).hasSize(1);
    assertThat(endAt(2.1).alertCount()).isEqualTo(1);
  }

  private static LiveSnapshot.Alert alert(double at) {
    return new LiveSnapshot.Alert(at(at), "warning", RENDER, "", 2 * MILLI, MILLI);
  }

  @Test
  void targets_overAndUnder_areMissedAndMet() {
    begin(0);
    tell(1, RENDER, 2 * MILLI);
    tell(1, "cache eviction", 900 * MILLI); // nobody waits for it
    tell(1, Timing.KEYSTROKE, 30 * MILLI);
    model.addLookup("names", true);
    model.addLookup("names", false);
    model.addTake("lines", true);

    LiveSnapshot snapshot = endAt(1);

    assertThat(met(snapshot, Aim.RESPONSE)).contains(false);
    assertThat(met(snapshot, Aim.KEYSTROKE_P99)).contains(false);
    assertThat(met(snapshot, Aim.KEYSTROKE_MAX)).contains(true);
    assertThat(met(snapshot, Aim.HIT_RATE)).contains(false);
    assertThat(met(snapshot, Aim.ERROR_RATE)).contains(true);
    assertThat(snapshot.targets().get(0).actual()).contains(2.0 * MILLI);
    assertThat(snapshot.caches()).containsExactly(new LiveSnapshot.Cache("names", 2, 2, 1));
    assertThat(snapshot.pools()).containsExactly(new LiveSnapshot.Pool("lines", 1, 1, 1));
  }

  @Test
  void targets_nothingMeasured_areUnknown() {
    begin(0);

    assertThat(endAt(1).targets()).allMatch(target -> target.isMet().isEmpty());
  }

  private static Optional<Boolean> met(LiveSnapshot snapshot, Aim aim) {
    return snapshot.targets().stream()
        .filter(target -> target.aim() == aim)
        .findFirst()
        .orElseThrow()
        .isMet();
  }

  @Test
  void arrived_recorderThatTellsNothing_hasEmptyIntervals() {
    assertThat(arrived(3)).isEmpty();

    model.observe();
    assertThat(arrived(10)).isEmpty();

    assertThat(arrived(11.5)).hasValueSatisfying(s -> assertThat(s.operations()).isEmpty());
    assertThat(model.isNameless()).isFalse();
  }

  @Test
  void isNameless_figuresButNoSession_isTrueUntilOneComes() {
    begin(0);
    assertThat(model.isNameless()).isTrue();

    model.add(session(0.1, 0, 0));

    assertThat(model.isNameless()).isFalse();
  }

  @Test
  void add_operationsWithoutEnd_areBoundedAndCountedAsOther() {
    begin(0);
    for (int i = 0; i < OperationGroup.MAX_TYPES + 50; i++) {
      tell(1, "operation " + i, MILLI);
    }

    LiveSnapshot snapshot = endAt(1);

    assertThat(snapshot.operations()).hasSize(OperationGroup.MAX_TYPES + 1);
    assertThat(operation(snapshot, OperationNames.OTHER).count()).isEqualTo(50);
  }

  @Test
  void add_histogramThatCannotBeRead_isCounted() {
    begin(0);
    model.add(new Told.Interval(at(1), RENDER, SECOND.toNanos(), 0, 1, 1, "?"));

    assertThat(endAt(1).unreadable()).isEqualTo(1);
  }
}
