// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.RecorderConfig;

/** A recorder that wakes at the first prompt, and the reader it follows from then on. */
@Timeout(30)
final class SleepingRecorderTest {

  private final EditorRecorder recorder = EditorRecorder.start(RecorderConfig.of("test"));

  @AfterEach
  void close() {
    recorder.close();
  }

  @Test
  void start_untilThePromptIsPainted_measuresNothing() throws Exception {
    try (var line = new TypedLine(recorder, UnaryOperator.identity())) {
      recorder.measure(OperationType.MEMORY_ALLOCATE, "of the shell's start").close();
      assertThat(recorder.monitorIfAwake()).isNull();
      assertThat(line.type("a\r")).isEqualTo("a");
    }

    await(() -> recorder.monitorIfAwake() != null);
    assertThat(recorder.snapshot().operations()).doesNotContainKey(OperationType.MEMORY_ALLOCATE);
  }

  @Test
  void keys_ofTheFirstPrompt_areMeasuredFromTheFirstOn() throws Exception {
    try (var line = new TypedLine(recorder, UnaryOperator.identity())) {
      var read = CompletableFuture.supplyAsync(() -> line.reader.readLine("> "));
      await(() -> recorder.monitorIfAwake() != null);
      line.plain.processInputBytes("ab\r".getBytes(StandardCharsets.UTF_8));
      assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo("ab");

      var snapshot = recorder.snapshot();
      assertThat(snapshot.keystrokes().completed()).isEqualTo(3);
      assertThat(snapshot.operations().get(OperationType.BUFFER_INSERT).completed()).isEqualTo(2);
      assertThat(snapshot.dropped()).isZero();
      assertThat(snapshot.failures()).isZero();

      assertThat(line.type("c\r")).isEqualTo("c");
      assertThat(recorder.snapshot().keystrokes().completed()).isEqualTo(5);
    }
  }

  @Test
  void quietly_beforeTheFirstPrompt_measuresNothing() throws Exception {
    var jline = JLineInstrumentation.of(recorder);
    try (var line = new TypedLine(jline)) {
      assertThat(jline.quietly(() -> typed(line, "secret\r"))).isEqualTo("secret");
      assertThat(recorder.snapshot().keystrokes().completed()).isZero();
      assertThat(recorder.snapshot().operations()).isEmpty();

      assertThat(line.type("ab\r")).isEqualTo("ab");
      assertThat(recorder.snapshot().keystrokes().completed()).isEqualTo(3);
    }
  }

  @Test
  void beforeWaking_actions_areDoneOnceAndTheirFaultsCounted() {
    var done = new AtomicInteger();
    recorder.beforeWaking(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    recorder.beforeWaking(done::incrementAndGet);
    assertThat(done).hasValue(0);

    recorder.promptPainted();
    await(() -> done.get() == 1);
    assertThat(recorder.snapshot().failures()).isEqualTo(1);

    recorder.beforeWaking(done::incrementAndGet);
    assertThat(done).hasValue(2);
  }

  @Test
  void whileStarting_actions_areDoneAtOnceOnTheRecordersThreadAndNothingWakes() throws Exception {
    var thread = new CompletableFuture<String>();

    recorder.whileStarting(() -> thread.complete(Thread.currentThread().getName()));

    assertThat(thread.get(10, TimeUnit.SECONDS)).isEqualTo("lle-recorder");
    assertThat(recorder.monitorIfAwake()).isNull();
  }

  @Test
  void whileStarting_actionsThatAreLeftAtThePrompt_areDoneBeforeTheRecorderWakes()
      throws Exception {
    var order = new ConcurrentLinkedQueue<String>();
    var promptPainted = new CompletableFuture<Void>();
    recorder.beforeWaking(() -> order.add("before waking"));
    recorder.whileStarting(promptPainted::join);
    recorder.whileStarting(() -> order.add("beside"));
    recorder.promptPainted();
    promptPainted.complete(null);

    recorder.awaitListening();
    recorder.whileStarting(() -> order.add("too late"));

    assertThat(order).containsExactly("beside", "before waking");
  }

  @Test
  void run_onAnotherThread_returnsAtOnce() {
    recorder.run();

    assertThat(recorder.monitorIfAwake()).isNull();
  }

  @Test
  void promptExpected_whileAsleep_isAwaitedForMoreThanASecond() throws Exception {
    recorder.promptExpected();

    TimeUnit.MILLISECONDS.sleep(1_500);
    assertThat(recorder.monitorIfAwake()).isNull();

    recorder.promptPainted();
    await(() -> recorder.monitorIfAwake() != null);
  }

  @Test
  void awaitListening_whileAsleep_wakesAndReturnsWhenItListens() throws Exception {
    var prepared = new AtomicBoolean();
    recorder.beforeWaking(
        () -> {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
          prepared.set(true);
        });

    recorder.awaitListening();

    assertThat(prepared).isTrue();
    assertThat(recorder.monitorIfAwake()).isNotNull();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("lle-recorder");
  }

  @Test
  void close_whileAsleep_letsTheShellGoOn() throws Exception {
    try (var line = new TypedLine(recorder, UnaryOperator.identity())) {
      recorder.close();
      assertThat(line.type("ab\r")).isEqualTo("ab");
      assertThat(recorder.snapshot().keystrokes().completed()).isZero();
    }
  }

  @Test
  void prompt_ofAShellWithoutAReader_isAwaitedForASecondAtMost() {
    await(() -> recorder.monitorIfAwake() != null);
  }

  private static String typed(TypedLine line, String keys) {
    try {
      return line.type(keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
