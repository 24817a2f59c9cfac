// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.Origin;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.events.schema.EventSchema;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.Snapshot;
import org.lusush.lle.recorder.statistics.OperationStatistics;

/**
 * A session recorded at a threshold of one millisecond, and what is known of the same session in
 * full.
 */
final class ThresholdedSessionTest {

  private static final Duration THRESHOLD = Duration.ofMillis(1);
  private static final Set<String> SINGLE_EVENTS =
      Set.of(EventSchema.Operation.TYPE, EventSchema.Keystroke.TYPE);
  private static final double[] PERCENTILES = {50, 95, 99, 100};

  /** Two significant digits. */
  private static final double PRECISION = 0.01;

  @TempDir Path directory;

  /** Durations by type of operation, those of whole keystrokes among them, each list sorted. */
  private record Durations(Map<String, List<Long>> nanos) {

    /**
     * Returns what the recorder measured, every single one of it: it exceeds a threshold of zero.
     */
    static Durations measured(List<RecordedEvent> events) {
      var nanos = new TreeMap<String, List<Long>>();
      of(events, EventSchema.ThresholdExceeded.TYPE)
          .forEach(
              event ->
                  add(
                      nanos,
                      event.getString(EventSchema.ThresholdExceeded.OPERATION),
                      event.getLong(EventSchema.ThresholdExceeded.TOOK)));
      return sorted(nanos);
    }

    /** Returns the durations of the single events, which have them from the JVM's clock. */
    static Durations recorded(List<RecordedEvent> events) {
      var nanos = new TreeMap<String, List<Long>>();
      of(events, EventSchema.Operation.TYPE)
          .forEach(
              event ->
                  add(
                      nanos,
                      event.getString(EventSchema.Operation.OPERATION),
                      event.getDuration().toNanos()));
      of(events, EventSchema.Keystroke.TYPE)
          .forEach(event -> add(nanos, Timing.KEYSTROKE, event.getDuration().toNanos()));
      return sorted(nanos);
    }

    private static Stream<RecordedEvent> of(List<RecordedEvent> events, String type) {
      return events.stream().filter(event -> event.getEventType().getName().equals(type));
    }

    private static void add(Map<String, List<Long>> nanos, String operation, long duration) {
      nanos.computeIfAbsent(operation, o -> new ArrayList<>()).add(duration);
    }

    private static Durations sorted(Map<String, List<Long>> nanos) {
      nanos.values().forEach(durations -> durations.sort(null));
      return new Durations(nanos);
    }

    long count(String operation) {
      return nanos.get(operation).size();
    }

    long total(String operation) {
      return nanos.get(operation).stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the shortest duration that so many percent do not exceed. */
    long percentile(String operation, double percentile) {
      var sorted = nanos.get(operation);
      return sorted.get((int) Math.ceil(percentile / 100 * sorted.size()) - 1);
    }
  }

  @Test
  void analyze_thresholdOfOneMillisecond_hasThePercentilesOfEverySingleDuration() throws Exception {
    Path file = directory.resolve("thresholded.jfr");
    Snapshot snapshot;
    try (var jvm = ObservedJvm.start(ThresholdedSessionTest::ofOneMillisecond)) {
      runTellingEveryDuration(jvm.recorder);
      jvm.recording.stop();
      jvm.recording.dump(file);
      snapshot = jvm.recorder.snapshot();
    }

    var events = RecordingFile.readAllEvents(file);
    var measured = Durations.measured(events);
    var thresholded = ObservedJvm.read(file);
    assertSaysThatShortOnesAreLeftOut(thresholded);
    assertThat(thresholded.contents().operationCount())
        .isPositive()
        .isLessThan(snapshot.all().completed() / 2);
    assertThat(timings(thresholded).keySet()).isEqualTo(measured.nanos.keySet());
    assertThat(
            timings(thresholded).values().stream()
                .filter(timing -> timing.origin() == Origin.HISTOGRAMS))
        .hasSizeGreaterThan(timings(thresholded).size() / 2);
    for (var timing : timings(thresholded).values()) {
      assertHasEverythingOf(statistics(snapshot, timing.operation()), timing);
      if (timing.origin() == Origin.HISTOGRAMS) {
        assertHasPercentilesOf(measured, timing);
      } // else none of them was short
    }
  }

  @Test
  void analyze_sameSessionInFullAndWithoutItsShortOnes_hasTheSamePercentiles() throws Exception {
    var write = writeOfRecordingFile();
    Path fullFile = directory.resolve("full.jfr");
    Path lateFile = directory.resolve("late.jfr");
    try (var jvm = ObservedJvm.start(recording -> {})) {
      runTellingEveryDuration(jvm.recorder);
      jvm.recording.dump(fullFile);
      ofOneMillisecond(jvm.recording); // so that there is a setting to be left in the copy
      jvm.recording.stop();
      jvm.recording.dump(lateFile);
    }
    Path thresholdedFile = withoutShortOnes(lateFile, write);

    var full = ObservedJvm.read(fullFile);
    var thresholded = ObservedJvm.read(thresholdedFile);
    assertThat(full.isIncomplete()).isFalse();
    assertSaysThatShortOnesAreLeftOut(thresholded);
    assertThat(thresholded.contents().operationCount())
        .isPositive()
        .isLessThan(full.contents().operationCount() / 2);
    assertThat(timings(thresholded).keySet()).isEqualTo(timings(full).keySet());
    assertThat(timings(thresholded).get(Timing.KEYSTROKE).origin()).isEqualTo(Origin.HISTOGRAMS);
    var events = RecordingFile.readAllEvents(fullFile);
    var measured = Durations.measured(events);
    var recorded = Durations.recorded(events);
    timings(full)
        .forEach(
            (operation, timing) ->
                assertSamePercentiles(
                    timing, timings(thresholded).get(operation), measured, recorded));
  }

  private static void ofOneMillisecond(Recording recording) {
    SINGLE_EVENTS.forEach(type -> recording.enable(type).withThreshold(THRESHOLD));
  }

  private void runTellingEveryDuration(EditorRecorder recorder) throws IOException {
    var monitor = recorder.monitor();
    monitor.settings(
        monitor
            .settings()
            .withOperationThresholds(Duration.ZERO, Duration.ofHours(1))
            .withKeystrokeThresholds(Duration.ZERO, Duration.ofHours(1)));
    BusyShell.run(recorder, directory);
  }

  private static void assertSaysThatShortOnesAreLeftOut(
      org.lusush.lle.analyzer.model.Recording recording) {
    assertThat(recording.sources().get(0).gaps())
        .extracting(Gap::kind)
        .containsExactly(Gap.Kind.OPERATIONS_LEFT_OUT, Gap.Kind.KEYSTROKES_LEFT_OUT);
    assertThat(recording.sources().get(0).gaps())
        .allSatisfy(gap -> assertThat(gap.sentence()).contains("shorter than 1 ms"));
    assertThat(recording.sources().get(0).coveredByHistograms()).isTrue();
  }

  /** Counts, and the longest, as they stand in the process. */
  private static void assertHasEverythingOf(OperationStatistics statistics, Timing timing) {
    assertThat(timing.count()).isEqualTo(statistics.completed());
    assertThat(timing.latency().count()).isEqualTo(statistics.completed());
    assertThat(timing.totals().errors()).isEqualTo(statistics.errors());
    if (timing.origin() == Origin.HISTOGRAMS) {
      assertThat(timing.totals().totalNanos()).isEqualTo(statistics.latency().totalNanos());
      assertThat(timing.selfNanos()).isEqualTo(statistics.selfNanos());
      assertClose(timing.latency().maxNanos(), statistics.latency().maxNanos(), 0, "maximum");
    }
  }

  private static void assertHasPercentilesOf(Durations measured, Timing timing) {
    var operation = timing.operation();
    assertThat(timing.count()).isEqualTo(measured.count(operation));
    assertThat(timing.totals().totalNanos()).isEqualTo(measured.total(operation));
    for (double percentile : PERCENTILES) {
      assertClose(
          timing.latency().percentileNanos(percentile),
          measured.percentile(operation, percentile),
          0,
          percentile + " % of " + operation);
    }
  }

  /** Within the precision, beside what the clocks of the events and of the recorder differ by. */
  private static void assertSamePercentiles(
      Timing full, Timing thresholded, Durations measured, Durations recorded) {
    var operation = full.operation();
    assertThat(full.origin()).isEqualTo(Origin.EVENTS);
    assertThat(thresholded.count()).isEqualTo(full.count());
    assertThat(thresholded.latency().count()).isEqualTo(full.latency().count());
    if (!full.isKeystroke()) {
      assertThat(thresholded.totals().errors()).isEqualTo(full.totals().errors());
      assertThat(thresholded.selfNanos()).isEqualTo(full.selfNanos());
    }
    for (double percentile : PERCENTILES) {
      long clocks =
          Math.abs(
              recorded.percentile(operation, percentile)
                  - measured.percentile(operation, percentile));
      assertClose(
          thresholded.latency().percentileNanos(percentile),
          full.latency().percentileNanos(percentile),
          clocks,
          percentile + " % of " + operation);
    }
  }

  private static void assertClose(long nanos, long expected, long clocks, String what) {
    assertThat(nanos).as(what).isCloseTo(expected, within((long) (expected * PRECISION) + clocks));
  }

  private static OperationStatistics statistics(Snapshot snapshot, String operation) {
    return operation.equals(Timing.KEYSTROKE)
        ? snapshot.keystrokes()
        : snapshot.operations().values().stream()
            .filter(statistics -> statistics.name().equals(operation))
            .findFirst()
            .orElseThrow();
  }

  /** Returns the timings by type of operation, those of whole keystrokes among them. */
  private static Map<String, Timing> timings(org.lusush.lle.analyzer.model.Recording recording) {
    var timings = new TreeMap<String, Timing>();
    recording.timings().operations().forEach(timing -> timings.put(timing.operation(), timing));
    timings.put(Timing.KEYSTROKE, recording.timings().keystrokes());
    return timings;
  }

  /**
   * Copies a recording without what it would not hold, had its last threshold stood from the start:
   * single events that are shorter, and the word that there was no threshold.
   */
  private Path withoutShortOnes(Path file, Method write) throws Exception {
    Path copy = directory.resolve("copy.jfr");
    try (var recording = new RecordingFile(file)) {
      var names = new HashMap<Long, String>();
      recording.readEventTypes().forEach(type -> names.put(type.getId(), type.getName()));
      Predicate<RecordedEvent> kept =
          event ->
              switch (event.getEventType().getName()) {
                case EventSchema.Operation.TYPE, EventSchema.Keystroke.TYPE ->
                    event.getDuration().compareTo(THRESHOLD) >= 0;
                case "jdk.ActiveSetting" ->
                    !(SINGLE_EVENTS.contains(names.getOrDefault(event.getLong("id"), ""))
                        && event.getString("name").equals("threshold")
                        && event.getString("value").equals("0 ns"));
                default -> true;
              };
      write.invoke(recording, copy, kept);
    }
    return copy;
  }

  private static Method writeOfRecordingFile() {
    try {
      return RecordingFile.class.getMethod("write", Path.class, Predicate.class);
    } catch (NoSuchMethodException e) {
      return abort("needs JDK 19: RecordingFile.write, to copy a recording without some events");
    }
  }
}
