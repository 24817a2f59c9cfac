// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.TestRecordings;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.TimedMethod;

/** What a JVM that times methods itself says of them, in real recordings. */
@EnabledForJreRange(min = JRE.JAVA_25)
final class MethodTimingTest {

  private static final String CLASS = MethodTimingTest.class.getName();

  @TempDir private Path folder;

  private static int timed(int number) {
    return number + 1;
  }

  private static String timed(String text) {
    return text + ".";
  }

  static void never() {}

  private static void call(int times) {
    for (int i = 0; i < times; i++) {
      timed(i);
    }
  }

  private static void settings(Recording recording) {
    recording.enable("jdk.MethodTiming").with("filter", CLASS + "::timed;" + CLASS + "::never");
  }

  /** A recording that starts has the JVM begin a chunk. */
  private static void rotate() {
    try (var other = new Recording()) {
      other.start();
    }
  }

  private static List<TimedMethod> read(Path... files) {
    return org.lusush.lle.analyzer.model.Recording.merged(
            RecordingReader.readAll(List.of(files)).stream()
                .map(outcome -> ((ReadOutcome.Success) outcome).recording())
                .toList())
        .contents()
        .timed()
        .orElseThrow()
        .all();
  }

  @Test
  void read_severalChunks_countsEachCallOnce() throws Exception {
    var file =
        TestRecordings.record(
            folder.resolve("chunks.jfr"),
            MethodTimingTest::settings,
            () -> {
              TestRecordings.type(1);
              call(100);
              rotate();
              call(50);
              timed("all of one name are one");
            });

    List<TimedMethod> methods = read(file);

    assertThat(methods)
        .extracting(TimedMethod::name)
        .containsExactly(CLASS + ".timed", CLASS + ".never");
    assertThat(methods.get(0).calls()).isEqualTo(151);
    assertThat(methods.get(0).timedCalls()).isEqualTo(151);
    assertThat(methods.get(0).minNanos())
        .isLessThanOrEqualTo(methods.get(0).meanNanos())
        .isLessThanOrEqualTo(methods.get(0).maxNanos());
    assertThat(methods.get(1)).isEqualTo(new TimedMethod(CLASS + ".never", 0, 0, 0, 0, 0));
  }

  @Test
  void read_severalDumpsOfOneJvm_countEachCallOnce() throws Exception {
    var recording = new AtomicReference<Recording>();
    Path early = folder.resolve("early.jfr");
    Path late =
        TestRecordings.record(
            folder.resolve("late.jfr"),
            settings -> {
              settings(settings);
              recording.set(settings);
            },
            () -> {
              TestRecordings.type(1);
              call(100);
              dump(recording.get(), early);
              TestRecordings.type(1);
              call(50);
            });

    assertThat(read(early, late).get(0).calls()).isEqualTo(150);
    assertThat(read(late, early).get(0).calls()).isEqualTo(150);
  }

  private static void dump(Recording recording, Path file) {
    try {
      recording.dump(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
