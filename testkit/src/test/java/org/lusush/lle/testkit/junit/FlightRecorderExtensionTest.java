// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
final class FlightRecorderExtensionTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @RegisterExtension
  final FlightRecorderExtension flightRecorder =
      FlightRecorderExtension.withSettings(Map.of("test.Other#enabled", "false"));

  @Name("test.Tick")
  static final class Tick extends Event {
    int number;
    String text = "";
  }

  @Name("test.Other")
  static final class Other extends Event {}

  @BeforeEach
  void isRecordingAlready(RecordedEvents events) {
    assertThat(running()).isEqualTo(1);
    tick(-1, "from @BeforeEach");
  }

  @AfterEach
  void isStillRecording() {
    assertThat(running()).isEqualTo(1);
  }

  @AfterAll
  static void isRecordingNoMore() {
    assertThat(running()).isZero();
  }

  @Test
  void soFar_ofThisTest_hasAllButTheEventsOfTheJdk(RecordedEvents events) {
    tick(1, "a");
    tick(2, "b");

    assertThat(events.soFar()).hasSize(3);
    assertThat(events.soFar("test.Tick"))
        .extracting(event -> event.getInt("number"))
        .containsExactly(-1, 1, 2);
  }

  @Test
  void withSettings_eventSwitchedOff_isNotRecorded(RecordedEvents events) {
    new Other().commit();
    tick(1, "a");

    assertThat(events).contains(ExpectedEvent.of("test.Tick").with("number", 1L));
    assertThat(events).doesNotContain(ExpectedEvent.of("test.Other"));
  }

  @Test
  void awaitEvents_thatComeLater_returnsWhenTheyHave(RecordedEvents events) throws Exception {
    for (int i = 0; i < 3; i++) {
      int number = i;
      CompletableFuture.delayedExecutor(60L * (i + 1), TimeUnit.MILLISECONDS)
          .execute(() -> tick(number, "later"));
    }

    var found =
        events.awaitEvents(3, "test.Tick", event -> event.getString("text").equals("later"), LONG);

    assertThat(found).extracting(event -> event.getInt("number")).containsExactly(0, 1, 2);
  }

  @Test
  void awaitEvents_tooFew_saysWhatCameInsteadWhenTheTimeIsOver(RecordedEvents events) {
    var timeout = Duration.ofMillis(400);
    tick(7, "100 % the wrong one");
    long start = System.nanoTime();

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () -> events.awaitEvents(2, ExpectedEvent.of("test.Tick").with("number", -1), timeout))
        .withMessageStartingWith("within PT0.4S came 1 of 2 test.Tick with number -1; what came:")
        .withMessageContaining("number=7, text=100 % the wrong one")
        .withMessageContaining("on " + Thread.currentThread().getName());

    assertThat(System.nanoTime() - start).isBetween(timeout.toNanos(), LONG.toNanos());
  }

  @Test
  void assertThat_thatDoesNotHold_saysWhatCameInstead(RecordedEvents events) {
    for (int i = 0; i < 25; i++) {
      tick(i, "100 %");
    }
    var five = ExpectedEvent.of("test.Tick").with("number", 5);
    var many = ExpectedEvent.of("test.Tick").where("over 3", event -> event.getInt("number") > 3);

    assertThat(events).contains(five).contains(1, five).contains(21, many);
    assertThatFails(() -> assertThat(events).contains(2, five))
        .withMessageContaining("expected exactly 2 test.Tick with number 5, found 1; what came:")
        .withMessageContaining("… 6 more before")
        .withMessageContaining("number=24, text=100 %");
    assertThatFails(() -> assertThat(events).doesNotContain(many))
        .withMessageContaining("expected no test.Tick with over 3, found 21");
    assertThatFails(() -> assertThat(events).containsOnly(many))
        .withMessageContaining("expected nothing of its type but test.Tick with over 3, found 21");
    assertThatFails(() -> assertThat(events).contains(ExpectedEvent.of("test.Tock")))
        .withMessageContaining("no test.Tock\n  and 26 test.Tick");
    assertThatFails(() -> assertThat(events).contains(five.with("colour", "red")))
        .withMessageContaining("number 5, colour red");
  }

  @Test
  void ofThread_otherThreadsRecordToo_leavesTheirsOut(RecordedEvents events) throws Exception {
    var other = new Thread(() -> tick(2, "theirs"));
    other.start();
    other.join();
    tick(1, "ours");

    assertThat(events.ofThisThread().where(event -> event.getInt("number") > 0).soFar())
        .extracting(event -> event.getString("text"))
        .containsExactly("ours");
    assertThat(events.ofThread(other).soFar())
        .extracting(event -> event.getString("text"))
        .containsExactly("theirs");
  }

  private static ThrowableAssertAlternative<AssertionError> assertThatFails(
      ThrowingCallable assertion) {
    return assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion);
  }

  private static long running() {
    return FlightRecorder.getFlightRecorder().getRecordings().stream()
        .filter(recording -> recording.getState() == RecordingState.RUNNING)
        .map(Recording::getName)
        .filter(name -> name.contains(FlightRecorderExtensionTest.class.getSimpleName()))
        .count();
  }

  private static void tick(int number, String text) {
    var tick = new Tick();
    tick.number = number;
    tick.text = text;
    tick.commit();
  }
}
