// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.RecorderConfig;

final class ObserverTest {

  private static final int TRIES = 100;

  private EditorRecorder recorder;
  private Observer observer;

  /** A line reader, which its commands know. */
  private static final class Reader {
    final Map<String, Object> commands = Map.of("self-insert", new Command(this));
  }

  private record Command(Reader reader) {}

  @BeforeEach
  void start() {
    recorder = EditorRecorder.start(RecorderConfig.of("test"));
    recorder.monitor(); // awake
    observer = new Observer(recorder, type -> {}, false);
  }

  @AfterEach
  void stop() {
    observer.close();
  }

  @Test
  void after_wholeLine_countsItsKeys() {
    readLine(new Reader(), false);

    assertThat(recorder.snapshot().keystrokes().completed()).isEqualTo(1);
    assertThat(recorder.snapshot().operations()).containsKey(OperationType.BUFFER_INSERT);
  }

  @Test
  void before_secretLine_measuresNothing() {
    readLine(new Reader(), true);

    assertThat(recorder.snapshot().keystrokes().completed()).isZero();
    assertThat(recorder.snapshot().operations()).isEmpty();
  }

  @Test
  void after_readerIsGone_isForgotten() throws InterruptedException {
    var reader = readOnce();

    for (int i = 0; i < TRIES && reader.get() != null; i++) {
      System.gc();
      Thread.sleep(1);
    }

    assertThat(reader.get()).isNull();
  }

  @Test
  void failed_commandThatThrows_goesOn() {
    var reader = new Reader();
    int thrown = 100;
    call(Point.LINE_START, reader, reader.commands, reader.commands, 0);
    for (int i = 0; i < thrown; i++) {
      call(Point.READ, null, null, null, 0);
      observer.after(Point.READ.number(), null, 'x');
      call(Point.COMMAND, reader, reader.commands.get("self-insert"), null, 0);
      observer.failed(Point.COMMAND.number(), new IllegalStateException());
    }
    call(Point.LINE_END, reader, null, null, 0);

    assertThat(recorder.snapshot().keystrokes().completed()).isEqualTo(thrown);
    assertThat(recorder.snapshot().operations().get(OperationType.BUFFER_INSERT).errors())
        .isEqualTo(thrown);
    assertThat(recorder.snapshot().failures()).isZero();
  }

  @Test
  void after_withoutBefore_isIgnored() {
    for (var point : Point.values()) {
      observer.after(point.number(), null, 1);
      observer.failed(point.number(), new IllegalStateException());
    }

    assertThat(recorder.snapshot().keystrokes().completed()).isZero();
    assertThat(recorder.snapshot().failures()).isZero();
  }

  private WeakReference<Reader> readOnce() {
    var reader = new Reader();
    readLine(reader, false);
    return new WeakReference<>(reader);
  }

  /** Reads one key, and ends. */
  private void readLine(Reader reader, boolean secret) {
    call(Point.LINE_START, reader, reader.commands, reader.commands, secret ? 1 : 0);
    call(Point.PROMPT, reader, reader, "callback-init", 0);
    call(Point.READ, null, null, null, 0);
    observer.after(Point.READ.number(), null, 'x');
    call(Point.COMMAND, reader, reader.commands.get("self-insert"), null, 0);
    observer.after(Point.COMMAND.number(), null, 1 << 1 | 1);
    call(Point.FLUSH, null, null, null, 0);
    observer.after(Point.FLUSH.number(), null, 0);
    call(Point.LINE_END, reader, null, null, 0);
  }

  private void call(
      Point point,
      @Nullable Object owner,
      @Nullable Object target,
      @Nullable Object argument,
      int number) {
    observer.before(point.number(), owner, target, argument, number);
  }
}
