// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.Analyzer;
import org.lusush.lle.analyzer.TestRecordings;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.Exceeded;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.MeasuredOperation.Details;
import org.lusush.lle.analyzer.model.Origin;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.events.KeyKind;
import org.lusush.lle.events.KeystrokeEvent;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.events.schema.EventSchema;

/**
 * Recordings whose single events were left out, and the interval histograms that make up for it.
 */
final class ThresholdedRecordingTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int KEYSTROKES = 300;

  /** Two significant digits. */
  private static final double PRECISION = 0.01;

  @TempDir Path directory;

  private static void ofOneMillisecond(jdk.jfr.Recording recording) {
    recording.enable(EventSchema.Operation.TYPE).withThreshold(Duration.ofMillis(1));
    recording.enable(EventSchema.Keystroke.TYPE).withThreshold(Duration.ofMillis(1));
  }

  private static Recording read(Path file) {
    ReadOutcome outcome = RecordingReader.readOne(file);
    assertThat(outcome).isInstanceOf(ReadOutcome.Success.class);
    return ((ReadOutcome.Success) outcome).recording();
  }

  private static List<Gap.Kind> gaps(Recording recording) {
    return recording.sources().get(0).gaps().stream().map(Gap::kind).toList();
  }

  private static Timing timing(Recording recording, OperationType type) {
    return recording.timings().operations().stream()
        .filter(timing -> timing.operation().equals(type.label()))
        .findFirst()
        .orElseThrow();
  }

  /** Types as many keys, each with an insertion and some with a completion; a few end in error. */
  private static void session() {
    var random = new Random(42);
    for (int id = 1; id <= KEYSTROKES; id++) {
      var event = new KeystrokeEvent();
      event.begin();
      TestRecordings.operation(
          OperationType.BUFFER_INSERT, "", id, 20 + random.nextInt(400), Result.SUCCESS);
      if (id % 3 == 0) {
        int micros = (int) Math.min(5_000, Math.exp(6.2 + 0.7 * random.nextGaussian()));
        Result result = id % 60 == 0 ? Result.ERROR : Result.SUCCESS;
        TestRecordings.operation(OperationType.COMPLETION_SEARCH, "Files", id, micros, result);
      }
      event.keystrokeId = id;
      event.kind = KeyKind.CHARACTER.label();
      event.widget = "self-insert";
      event.result = Result.SUCCESS.label();
      event.waited = true;
      event.commit();
    }
  }

  /** What the recorder would have measured of a session that was recorded in full. */
  private static final class Measured {
    private final Map<String, List<Long>> nanos = new LinkedHashMap<>();
    private final Map<String, Integer> errors = new LinkedHashMap<>();

    static Measured of(Path full) throws IOException {
      var measured = new Measured();
      for (RecordedEvent event : RecordingFile.readAllEvents(full)) {
        switch (event.getEventType().getName()) {
          case EventSchema.Operation.TYPE -> measured.add(event.getString("operation"), event);
          case EventSchema.Keystroke.TYPE -> measured.add(Timing.KEYSTROKE, event);
          default -> {}
        }
      }
      return measured;
    }

    private void add(String operation, RecordedEvent event) {
      nanos.computeIfAbsent(operation, o -> new ArrayList<>()).add(event.getDuration().toNanos());
      boolean error = event.getString("result").equals(Result.ERROR.label());
      errors.merge(operation, error ? 1 : 0, Integer::sum);
    }

    /** Emits it in two intervals. */
    void emit() {
      nanos.forEach(
          (operation, all) -> {
            int half = all.size() / 2;
            emit(operation, 0, all.subList(0, half));
            emit(operation, errors.getOrDefault(operation, 0), all.subList(half, all.size()));
          });
    }

    private static void emit(String operation, long errors, List<Long> nanos) {
      long[] values = nanos.stream().mapToLong(Long::longValue).toArray();
      TestRecordings.histogram(operation, SECOND, errors, values);
    }
  }

  private Path full() throws IOException {
    return TestRecordings.record(directory.resolve("full.jfr"), ThresholdedRecordingTest::session);
  }

  /** Records the session again, and with it the histograms of its first time. */
  private Path thresholded(Path full) throws IOException {
    Measured measured = Measured.of(full);
    return TestRecordings.record(
        directory.resolve("thresholded.jfr"),
        ThresholdedRecordingTest::ofOneMillisecond,
        () -> {
          session();
          measured.emit();
        });
  }

  private static void assertSameDurations(Timing thresholded, Timing full) {
    assertThat(full.origin()).isEqualTo(Origin.EVENTS);
    assertThat(thresholded.origin()).isEqualTo(Origin.HISTOGRAMS);
    assertThat(thresholded.totals()).isEqualTo(full.totals());
    assertThat(thresholded.latency().count()).isEqualTo(full.count());
    for (double percentile : new double[] {50, 95, 99, 100}) {
      double exact = full.latency().percentileNanos(percentile);
      assertThat((double) thresholded.latency().percentileNanos(percentile))
          .as("percentile %s of %s", percentile, full.operation())
          .isCloseTo(exact, within(exact * PRECISION));
    }
  }

  @Test
  void read_thresholdOfOneMillisecond_hasThePercentilesOfTheFullRecording() throws IOException {
    Path fullFile = full();

    Recording full = read(fullFile);
    Recording thresholded = read(thresholded(fullFile));

    assertThat(gaps(thresholded))
        .containsExactly(Gap.Kind.OPERATIONS_LEFT_OUT, Gap.Kind.KEYSTROKES_LEFT_OUT);
    for (var type : List.of(OperationType.BUFFER_INSERT, OperationType.COMPLETION_SEARCH)) {
      assertSameDurations(timing(thresholded, type), timing(full, type));
    }
    assertSameDurations(thresholded.timings().keystrokes(), full.timings().keystrokes());
    assertThat(thresholded.contents().operationCount())
        .isLessThan(full.contents().operationCount() / 2);
  }

  @Test
  void analyze_thresholdOfOneMillisecond_hasTheResponseAndErrorsOfTheFullRecording()
      throws IOException {
    Path fullFile = full();

    Analysis full = Analyzer.analyze(read(fullFile));
    Analysis thresholded = Analyzer.analyze(read(thresholded(fullFile)));

    assertThat(full.responseFrom()).isEqualTo(Origin.EVENTS);
    assertThat(thresholded.responseFrom()).isEqualTo(Origin.HISTOGRAMS);
    assertThat(thresholded.inputs().meanResponseNanos())
        .isEqualTo(full.inputs().meanResponseNanos());
    assertThat(thresholded.inputs().errorRate()).isEqualTo(full.inputs().errorRate());
  }

  @Test
  void read_everySingleEvent_leavesTheHistogramsAside() throws IOException {
    Path file =
        TestRecordings.record(
            directory.resolve("all.jfr"),
            () -> {
              TestRecordings.operation(OperationType.CUSTOM, "", 0, 5, Result.SUCCESS);
              TestRecordings.histogram("custom", Duration.ofHours(1), 0, 1, 2, 3);
            });

    Recording recording = read(file);

    assertThat(timing(recording, OperationType.CUSTOM).origin()).isEqualTo(Origin.EVENTS);
    assertThat(timing(recording, OperationType.CUSTOM).count()).isEqualTo(1);
    assertThat(gaps(recording)).containsExactly(Gap.Kind.NOT_CHECKED);
  }

  @Test
  void read_disabledOperations_areAllFromHistograms() throws IOException {
    Path file =
        TestRecordings.record(
            directory.resolve("disabled.jfr"),
            recording -> recording.disable(EventSchema.Operation.TYPE),
            () -> {
              TestRecordings.statistics(OperationType.CUSTOM, 0, 0, Duration.ZERO);
              TestRecordings.histogram("custom", SECOND, 1, 1_000, 2_000, 3_000);
              TestRecordings.statistics(OperationType.CUSTOM, 3, 1, Duration.ofNanos(6_000));
            });

    Recording recording = read(file);

    Timing timing = timing(recording, OperationType.CUSTOM);
    assertThat(timing.origin()).isEqualTo(Origin.HISTOGRAMS);
    assertThat(timing.totals().errors()).isEqualTo(1);
    assertThat(timing.selfNanos()).isEqualTo(3_000);
    assertThat(recording.sources().get(0).missesTimings()).isFalse();
  }

  @Test
  void read_fewerInHistogramsThanCounted_scoreComesFromTheCounts() throws IOException {
    Path file =
        TestRecordings.record(
            directory.resolve("partly.jfr"),
            ThresholdedRecordingTest::ofOneMillisecond,
            () -> {
              TestRecordings.statistics(OperationType.CUSTOM, 0, 0, Duration.ZERO);
              TestRecordings.histogram("custom", SECOND, 0, 1_000, 2_000, 3_000);
              TestRecordings.statistics(OperationType.CUSTOM, 300, 1, Duration.ofMillis(30));
            });

    Analysis analysis = Analyzer.analyze(read(file));

    assertThat(analysis.responseFrom()).isEqualTo(Origin.STATISTICS);
    assertThat(analysis.inputs().meanResponseNanos()).hasValue(100_000);
  }

  @Test
  void read_undecodableHistograms_areCountedAndLeftOut() throws IOException {
    var good = new Histogram(2);
    good.recordValue(5_000);
    String text = TestRecordings.encoded(good);
    Path file =
        TestRecordings.record(
            directory.resolve("undecodable.jfr"),
            ThresholdedRecordingTest::ofOneMillisecond,
            () -> {
              TestRecordings.histogram("custom", SECOND, 1, 0, 5_000, text);
              TestRecordings.histogram("custom", SECOND, 40, 0, 9_000, text.substring(0, 24));
              TestRecordings.histogram("custom", SECOND, 2, 0, 9_000, "A".repeat(2_000_000));
            });

    Recording recording = read(file);

    assertThat(timing(recording, OperationType.CUSTOM).count()).isEqualTo(1);
    assertThat(recording.sources().get(0).gaps())
        .filteredOn(gap -> gap.kind() == Gap.Kind.HISTOGRAMS_UNDECODED)
        .extracting(Gap::sentence)
        .containsExactly(
            "2 interval histograms could not be decoded; the 42 durations that they say they held"
                + " are not in figures from histograms");
  }

  @Test
  void read_firstIntervalFromLongBefore_namesItsShare() throws IOException {
    Path file =
        TestRecordings.record(
            directory.resolve("before.jfr"),
            ThresholdedRecordingTest::ofOneMillisecond,
            () -> {
              TestRecordings.histogram("custom", Duration.ofMinutes(2), 0, 1_000);
              TestRecordings.histogram("custom", SECOND, 0, 1_000, 2_000, 3_000);
            });

    Recording recording = read(file);

    assertThat(timing(recording, OperationType.CUSTOM).count()).isEqualTo(4);
    assertThat(recording.sources().get(0).gaps())
        .filteredOn(gap -> gap.kind() == Gap.Kind.INTERVALS_OUTSIDE)
        .singleElement()
        .satisfies(gap -> assertThat(gap.sentence()).contains("up to 25.0 % of the durations"));
  }

  @Test
  void read_statistics_keepsWhatLaterRecordersMeasure() throws IOException {
    Path file =
        TestRecordings.record(
            directory.resolve("statistics.jfr"),
            () -> TestRecordings.statistics(OperationType.CUSTOM, 4, 1, Duration.ofMillis(1)));

    Details details = read(file).sources().get(0).measured().get(0).details();

    assertThat(details.p999Nanos()).hasValue(1_950_000);
    assertThat(details.standardDeviationNanos()).hasValue(120_000);
    assertThat(details.calls()).hasValue(5);
    assertThat(details.ratePerSecond()).hasValue(12.5);
    assertThat(details.reliability()).hasValue(0.75);
    assertThat(details.consecutiveSuccesses()).hasValue(7);
    assertThat(details.trend()).hasValue("stable");
  }

  @Test
  void read_thresholdsExceeded_areCountedByOperationAndLevel() throws IOException {
    Path file =
        TestRecordings.record(
            directory.resolve("exceeded.jfr"),
            () -> {
              TestRecordings.exceeded("custom", "warning", Duration.ofMillis(2));
              TestRecordings.exceeded("custom", "critical", Duration.ofMillis(9));
              TestRecordings.exceeded("custom", "warning", Duration.ofMillis(3));
              TestRecordings.exceeded("keystroke", "warning", Duration.ofMillis(30));
            });

    assertThat(read(file).contents().exceeded())
        .containsExactly(
            new Exceeded("custom", 2, 1, 9_000_000), new Exceeded("keystroke", 1, 0, 30_000_000));
  }
}
