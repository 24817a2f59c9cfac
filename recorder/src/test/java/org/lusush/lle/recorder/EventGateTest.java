// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.PoolKind;
import org.lusush.lle.recorder.memory.ObjectPool;

/** Event classes stay untouched until someone records, shown in JVMs of their own. */
final class EventGateTest {

  @Test
  void start_withoutARecording_touchesNoEventClass() throws Exception {
    var output = run("idle");

    assertThat(output).contains("measured 1000", "recorder.monitor.Monitor source:");
    assertThat(output)
        .contains("cache.EditorCache source:", "memory.ObjectPool source:")
        .doesNotContain(
            "events.OperationEvent source:",
            "events.CacheLookupEvent source:",
            "events.PoolAllocationEvent source:");
  }

  @Test
  void start_recordingStartedLater_hasTheOperationsFromItsFirstOn() throws Exception {
    var output = run("record");

    assertThat(output).contains("events.OperationEvent source:", "recorded 1000 of 1000");
  }

  @Test
  void start_onAJavaWithoutFlightRecorder_measuresWithoutEvents() throws Exception {
    var output = run("idle", "--limit-modules", "java.base,java.logging");

    assertThat(output).contains("measured 1000", "cached 1", "pooled 1").doesNotContain("jdk/jfr");
  }

  private static String run(String mode, String... options) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-Xlog:class+load=info:stdout"));
    command.addAll(List.of(options));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Program.class.getName(), mode));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  /** What runs in the other JVM. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) throws Exception {
      try (var recorder = EditorRecorder.start(RecorderConfig.of("program"))) {
        if (args[0].equals("record")) {
          recorder.promptPainted();
          TimeUnit.MILLISECONDS.sleep(500); // the recorder listens by now
          var events = Recorded.during(() -> measure(recorder));
          long count =
              events.stream()
                  .filter(event -> event.getEventType().getName().equals("lle.Operation"))
                  .count();
          System.out.println("recorded " + count + " of 1000");
        } else {
          measure(recorder); // asleep
          recorder.promptPainted();
          while (recorder.monitorIfAwake() == null) {
            TimeUnit.MILLISECONDS.sleep(1);
          }
          measure(recorder);
          TimeUnit.MILLISECONDS.sleep(500);
          var count = recorder.snapshot().all().completed();
          lookUpAndTake(recorder);
          System.out.println("measured " + count);
        }
      }
    }

    private static void lookUpAndTake(EditorRecorder recorder) {
      var cache = recorder.<String, Integer>cache("lengths", 10);
      var pool =
          recorder.pool(
              new ObjectPool.Settings<>(
                  "builders",
                  PoolKind.BUFFER,
                  1,
                  64,
                  StringBuilder::new,
                  builder -> builder.setLength(0)));
      for (int i = 0; i < 2; i++) {
        cache.lookup("key", String::length);
        pool.take().close();
      }
      System.out.println("cached " + cache.statistics().hits());
      System.out.println("pooled " + pool.statistics().reused());
    }

    private static void measure(EditorRecorder recorder) {
      for (int i = 0; i < 1000; i++) {
        recorder.measure(OperationType.CUSTOM, "work").close();
      }
    }
  }
}
