// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.monitor.Monitor;
import org.lusush.lle.recorder.monitor.Ticker;

/**
 * A recorder that is closed while Flight Recorder starts, in JVMs of their own: it starts once in
 * each.
 */
final class CloseWhileStartingTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void close_whileARecordingStarts_leavesNothingBehind(int seed) throws Exception {
    assertThat(run(Integer.toString(seed))).isEqualToIgnoringNewLines("10 rounds");
  }

  @Test
  void close_justBeforeTheRecorderWaitsForRecordings_leavesNothingWaiting() throws Exception {
    assertThat(run("waiting")).isEqualToIgnoringNewLines("released");
  }

  private static String run(String what) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-Xlog:jfr*=warning:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                what)
            .redirectErrorStream(true)
            .start();

    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  /** What runs in the other JVM; whatever else it prints is a fault. */
  static final class Program {

    private static final int ROUNDS = 10;
    private static final long PATIENCE_MILLIS = 10_000;
    private static final int MOST_DELAY_NANOS = 3_000_000;

    private final Random random;

    private Program(int seed) {
      random = new Random(seed);
    }

    public static void main(String[] args) throws Exception {
      Thread.setDefaultUncaughtExceptionHandler(
          (thread, thrown) -> System.out.println(thread.getName() + ": " + thrown));
      if (args[0].equals("waiting")) {
        awaitRelease(stoppedBeforeItWaited());
        System.out.println("released");
        return;
      }
      var program = new Program(Integer.parseInt(args[0]));
      for (int i = 0; i < ROUNDS; i++) {
        program.round(i == 0);
      }
      System.out.println(ROUNDS + " rounds");
    }

    private void round(boolean first) throws Exception {
      var closed = closedDuringTheStart(first);
      for (var event : Recorded.during(() -> {})) {
        System.out.println("hook left behind: " + event.getEventType().getName());
      }
      awaitRelease(closed);
    }

    private static void awaitRelease(WeakReference<?> reference) throws InterruptedException {
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
      while (!reference.refersTo(null)) {
        System.gc();
        TimeUnit.MILLISECONDS.sleep(1);
        if (System.nanoTime() > until) {
          throw new IllegalStateException("something still holds it");
        }
      }
    }

    private static WeakReference<PeriodicEvents> stoppedBeforeItWaited() {
      var monitor = new Monitor(Ticker.system());
      try (var recorder = EditorRecorder.start(RecorderConfig.of("program"))) {
        var events = new PeriodicEvents("program", 0, monitor, List.of(), new Upkeep(recorder));
        events.stop();
        events.await();
        return new WeakReference<>(events);
      }
    }

    /**
     * Returns what measured for a recorder, held by nothing here any more; each of its threads
     * would.
     */
    private WeakReference<Monitor> closedDuringTheStart(boolean first) throws Exception {
      var recorder = EditorRecorder.start(RecorderConfig.of("racing"));
      var initialized = new CountDownLatch(first ? 1 : 0);
      if (first) {
        FlightRecorder.addListener(
            new FlightRecorderListener() {
              @Override
              public void recorderInitialized(FlightRecorder flightRecorder) {
                initialized.countDown();
              }
            });
      }
      var editor =
          new Thread(
              () -> {
                recorder.monitor().addThresholdHandler(exceeded -> {});
                recorder.measure(OperationType.CUSTOM, "work").close();
              });
      var starter =
          new Thread(
              () -> {
                try (var recording = new Recording()) {
                  recording.start();
                }
              });
      var closer = new Thread(() -> closeSoonAfter(initialized, recorder));
      editor.start();
      if (random.nextBoolean()) {
        join("lle-recorder"); // it waits for recordings by now
      }
      closer.start();
      starter.start();
      join(editor);
      join(starter);
      join(closer);
      join("lle-");
      var monitor = recorder.monitorIfAwake();
      if (monitor == null || monitor.failures() > 0) {
        System.out.println("failures of the recorder");
      }
      return new WeakReference<>(monitor);
    }

    private void closeSoonAfter(CountDownLatch latch, EditorRecorder recorder) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      long until = System.nanoTime() + random.nextInt(MOST_DELAY_NANOS);
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      recorder.close();
    }

    /** Waits for the end of every thread whose name begins so. */
    private static void join(String name) throws InterruptedException {
      for (var thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().startsWith(name)) {
          join(thread);
        }
      }
    }

    private static void join(Thread thread) throws InterruptedException {
      thread.join(PATIENCE_MILLIS);
      if (thread.isAlive()) {
        System.out.println("thread left: " + thread.getName());
      }
    }
  }
}
