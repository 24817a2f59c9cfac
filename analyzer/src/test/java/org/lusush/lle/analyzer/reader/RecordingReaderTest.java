// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.TestRecordings;
import org.lusush.lle.analyzer.model.CacheStats;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.Keystrokes;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.LatencyGroup;
import org.lusush.lle.analyzer.model.MeasuredOperation;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.OperationStats;
import org.lusush.lle.analyzer.model.Origin;
import org.lusush.lle.analyzer.model.PoolStats;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.SlowKeystroke;
import org.lusush.lle.analyzer.model.Source;
import org.lusush.lle.events.CacheTier;
import org.lusush.lle.events.OperationNames;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.events.schema.EventSchema;

final class RecordingReaderTest {

  @TempDir Path directory;

  /** A keystroke as a version knew it that measured less, and measured something else. */
  @Name(EventSchema.Keystroke.TYPE)
  static final class OtherKeystroke extends Event {
    String widget = "old-widget";
    int pressure = 3;
  }

  private static Recording read(Path file) {
    ReadOutcome outcome = RecordingReader.readOne(file);
    assertThat(outcome).isInstanceOf(ReadOutcome.Success.class);
    return ((ReadOutcome.Success) outcome).recording();
  }

  private static List<Gap.Kind> gaps(Recording recording) {
    return recording.sources().get(0).gaps().stream().map(Gap::kind).toList();
  }

  private static OperationGroup operation(Contents contents, OperationType type) {
    return contents.operations().stream()
        .filter(group -> group.operation().equals(type.label()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void read_typing_countsEverything() throws IOException {
    Path file = TestRecordings.typing(directory.resolve("typing.jfr"), 200);

    Contents contents = read(file).contents();

    Keystrokes keystrokes = contents.keystrokes();
    assertThat(keystrokes.latency().count()).isEqualTo(200);
    assertThat(keystrokes.errors()).isEqualTo(2);
    assertThat(keystrokes.queued()).isEqualTo(4);
    assertThat(keystrokes.phases().inputNanos()).isEqualTo(200_000);
    assertThat(keystrokes.phases().editNanos()).isEqualTo(20 * 800_000 + 180 * 10_000);
    assertThat(keystrokes.byWidget())
        .extracting(LatencyGroup::name)
        .containsExactlyInAnyOrder("self-insert", "expand-or-complete");
    OperationGroup completion = operation(contents, OperationType.COMPLETION_SEARCH);
    assertThat(completion.total().count()).isEqualTo(20);
    assertThat(completion.total().errors()).isEqualTo(2);
    assertThat(completion.byName()).extracting(OperationStats::name).containsOnly("FileCompleter");
    CacheStats cache = contents.caches().get(0);
    assertThat(cache.lookups()).isEqualTo(200);
    assertThat(cache.hitsByTier()).containsOnlyKeys("L1", "L2", "L3");
    PoolStats pool = contents.pools().get(0);
    assertThat(pool.takes()).isEqualTo(200);
    assertThat(pool.bytes()).isEqualTo(200 * 4_096);
  }

  @Test
  void read_typing_percentilesAreThoseOfAnExactSort() throws IOException {
    Path file = TestRecordings.typing(directory.resolve("typing.jfr"), 300);

    Latency latency = read(file).contents().keystrokes().latency();

    long[] exact =
        RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().equals(EventSchema.Keystroke.TYPE))
            .map(RecordedEvent::getDuration)
            .mapToLong(Duration::toNanos)
            .sorted()
            .toArray();
    assertThat(latency.count()).isEqualTo(exact.length);
    assertThat(latency.maxNanos()).isEqualTo(exact[exact.length - 1]);
    for (double percentile : new double[] {50, 95, 99}) {
      double sorted = exact[(int) Math.ceil(percentile / 100 * exact.length) - 1];
      assertThat((double) latency.percentileNanos(percentile))
          .isCloseTo(sorted, within(sorted * 0.001 + 1));
    }
  }

  @Test
  void read_typing_slowestKeystrokesKnowTheirLargestOperation() throws IOException {
    Path file = TestRecordings.typing(directory.resolve("typing.jfr"), 300);

    List<SlowKeystroke> slowest = read(file).contents().keystrokes().slowest();

    assertThat(slowest)
        .hasSize(Keystrokes.SLOWEST)
        .isSortedAccordingTo(SlowKeystroke.SLOWEST_FIRST);
    // Not always the search: any thread may be preempted anywhere.
    List<RecordedEvent> operations =
        RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().equals(EventSchema.Operation.TYPE))
            .toList();
    assertThat(slowest)
        .filteredOn(keystroke -> keystroke.widget().equals("expand-or-complete"))
        .isNotEmpty()
        .allSatisfy(
            keystroke ->
                assertThat(keystroke.largest().map(SlowKeystroke.Work::operation))
                    .isEqualTo(largestOf(operations, keystroke.id())))
        .anySatisfy(
            keystroke ->
                assertThat(keystroke.largest())
                    .hasValueSatisfying(
                        work -> assertThat(work.operation()).isEqualTo("completion search")));
  }

  private static Optional<String> largestOf(List<RecordedEvent> operations, long keystroke) {
    return operations.stream()
        .filter(event -> event.getLong(EventSchema.Operation.KEYSTROKE_ID) == keystroke)
        .max(Comparator.comparing(event -> event.getDuration(EventSchema.Operation.SELF_TIME)))
        .map(event -> event.getString(EventSchema.Operation.OPERATION));
  }

  @Test
  void read_anyRecording_knowsShellAndJvmButNoArguments() throws IOException {
    Source source = read(TestRecordings.typing(directory.resolve("a.jfr"), 20)).sources().get(0);

    assertThat(source.jvm()).hasValueSatisfying(jvm -> assertThat(jvm.pid()).isPositive());
    assertThat(source.session())
        .hasValueSatisfying(session -> assertThat(session.editor()).isEqualTo("JLine 3.30.6"));
    assertThat(source.recordings()).contains("test");
    assertThat(source.duration()).isPositive();
    assertThat(source.isIncomplete()).isFalse();
  }

  @Test
  void read_threshold_saysWhatIsMissingAndKeepsTheStatistics() throws IOException {
    Path file =
        TestRecordings.record(
            directory.resolve("threshold.jfr"),
            recording ->
                recording.enable(EventSchema.Operation.TYPE).withThreshold(Duration.ofSeconds(1)),
            () -> {
              var type = OperationType.BUFFER_INSERT;
              TestRecordings.statistics(type, 1_000, 1, Duration.ofMillis(10));
              TestRecordings.operation(type, "", 0, 5, Result.SUCCESS);
              TestRecordings.statistics(type, 1_500, 3, Duration.ofMillis(16));
            });

    Recording recording = read(file);

    assertThat(gaps(recording)).containsExactly(Gap.Kind.OPERATIONS_LEFT_OUT);
    assertThat(recording.sources().get(0).gaps().get(0).sentence())
        .isEqualTo(
            "operations shorter than 1 s were not recorded (threshold of lle.Operation); figures"
                + " of single operations are about the 0 recorded of the 500 measured");
    MeasuredOperation measured = recording.sources().get(0).measured().get(0);
    assertThat(measured.within().count()).isEqualTo(500);
    assertThat(measured.within().errors()).isEqualTo(2);
    assertThat(measured.within().totalNanos()).isEqualTo(6_000_000);
    assertThat(measured.sinceStart().count()).isEqualTo(1_500);
    assertThat(measured.distribution().p99Nanos()).isEqualTo(1_900_000);
  }

  @Test
  void read_disabledLookups_saysSo() throws IOException {
    Path file =
        TestRecordings.record(
            directory.resolve("disabled.jfr"),
            recording -> recording.disable(EventSchema.CacheLookup.TYPE),
            () -> TestRecordings.type(5));

    Recording recording = read(file);

    assertThat(gaps(recording)).contains(Gap.Kind.LOOKUPS_LEFT_OUT);
    assertThat(recording.contents().caches()).isEmpty();
  }

  @Test
  void read_fewerOperationsThanCounted_saysHowMany() throws IOException {
    Path file =
        TestRecordings.record(
            directory.resolve("missing.jfr"),
            () -> {
              TestRecordings.statistics(OperationType.BUFFER_INSERT, 0, 0, Duration.ZERO);
              TestRecordings.operation(OperationType.BUFFER_INSERT, "", 0, 1, Result.SUCCESS);
              TestRecordings.statistics(OperationType.BUFFER_INSERT, 100, 0, Duration.ofMillis(1));
            });

    assertThat(gaps(read(file))).containsExactly(Gap.Kind.OPERATIONS_MISSING);
  }

  @Test
  void read_fewerKeystrokesThanAnswered_saysHowMany() throws IOException {
    Path file =
        TestRecordings.record(
            directory.resolve("keystrokes.jfr"),
            () -> {
              TestRecordings.session(10);
              TestRecordings.session(500);
            });

    assertThat(gaps(read(file))).contains(Gap.Kind.KEYSTROKES_MISSING);
  }

  @Test
  void read_allThatWasCounted_isComplete() throws IOException {
    Path file =
        TestRecordings.record(
            directory.resolve("complete.jfr"),
            () -> {
              TestRecordings.statistics(OperationType.BUFFER_INSERT, 70, 0, Duration.ZERO);
              for (int i = 0; i < 10; i++) {
                TestRecordings.operation(OperationType.BUFFER_INSERT, "", 0, 1, Result.SUCCESS);
              }
              TestRecordings.statistics(OperationType.BUFFER_INSERT, 80, 0, Duration.ofMillis(1));
            });

    assertThat(gaps(read(file))).isEmpty();
  }

  @Test
  void read_otherVersionOfAnEvent_takesTheFieldsItHas() throws IOException {
    Path file =
        TestRecordings.record(
            directory.resolve("other.jfr"),
            () -> {
              TestRecordings.type(5);
              var event = new OtherKeystroke();
              event.begin();
              event.commit();
            });

    Keystrokes keystrokes = read(file).contents().keystrokes();

    assertThat(keystrokes.latency().count()).isEqualTo(6);
    assertThat(keystrokes.byWidget()).extracting(LatencyGroup::name).contains("old-widget");
    assertThat(keystrokes.errors()).isZero();
    assertThat(keystrokes.queued()).isZero();
  }

  @Test
  void read_keystrokesThatFailed_areCountedAsErrors() throws IOException {
    Path file =
        TestRecordings.record(
            directory.resolve("failed.jfr"),
            () -> {
              for (var result : Result.values()) {
                TestRecordings.keystroke(result);
              }
            });

    Recording recording = read(file);

    assertThat(recording.timings().keystrokes().origin()).isEqualTo(Origin.EVENTS);
    assertThat(recording.timings().keystrokes().totals().errors()).isEqualTo(2);
    Keystrokes twice = recording.contents().keystrokes().plus(recording.contents().keystrokes());
    assertThat(twice.errors()).isEqualTo(4);
  }

  @Test
  void read_hostileNames_areMadeSafe() throws IOException {
    Path file =
        TestRecordings.record(
            directory.resolve("hostile.jfr"),
            () -> {
              TestRecordings.lookup("\u001B[2Jcache\n", CacheTier.L1, 0);
              TestRecordings.operation(
                  OperationType.CUSTOM, "\u001B]0;x\u0007name", 0, 1, Result.SUCCESS);
            });

    Contents contents = read(file).contents();

    assertThat(contents.caches().get(0).name()).isEqualTo("cache ");
    assertThat(contents.operations().get(0).byName().get(0).name()).isEqualTo("name");
  }

  @Test
  void read_asManyNamesAsAreToldApart_keepsAll() throws IOException {
    OperationGroup custom = names(OperationNames.MAX_OF_A_TYPE);

    assertThat(custom.byName())
        .hasSize(1_024)
        .extracting(OperationStats::name)
        .doesNotContain("(other)");
  }

  @Test
  void read_oneNameMore_countsUnderOther() throws IOException {
    OperationGroup custom = names(OperationNames.MAX_OF_A_TYPE + 1);

    assertThat(custom.byName()).hasSize(1_024 + 1);
    assertThat(custom.byName().get(1_024).name()).isEqualTo("(other)");
    assertThat(custom.byName().get(1_024).count()).isEqualTo(1);
    assertThat(custom.total().count()).isEqualTo(1_025);
  }

  private OperationGroup names(int count) throws IOException {
    Path file =
        TestRecordings.record(
            directory.resolve("names.jfr"),
            () -> {
              for (int i = 0; i < count; i++) {
                TestRecordings.operation(OperationType.CUSTOM, "name " + i, 0, 0, Result.SUCCESS);
              }
              TestRecordings.operation(OperationType.HISTORY_SEARCH, "", 0, 0, Result.SUCCESS);
            });
    Contents contents = read(file).contents();
    assertThat(operation(contents, OperationType.HISTORY_SEARCH).byName()).hasSize(1);
    return operation(contents, OperationType.CUSTOM);
  }

  @Test
  void readAll_twoRecordings_mergeIntoTheirSum() throws IOException {
    Path first = TestRecordings.typing(directory.resolve("1.jfr"), 30);
    Path second = TestRecordings.typing(directory.resolve("2.jfr"), 50);

    Recording merged =
        Recording.merged(
            RecordingReader.readAll(List.of(first, second)).stream()
                .map(outcome -> ((ReadOutcome.Success) outcome).recording())
                .toList());

    assertThat(merged.sources()).hasSize(2);
    assertThat(merged.contents().keystrokes().latency().count()).isEqualTo(80);
  }

  @Test
  void readAll_sameRecordingTwice_isCountedOnce() throws IOException {
    Path file = TestRecordings.typing(directory.resolve("1.jfr"), 30);
    Path copy = Files.copy(file, directory.resolve("copy.jfr"));

    List<ReadOutcome> outcomes = RecordingReader.readAll(List.of(file, copy));

    Recording second = ((ReadOutcome.Success) outcomes.get(1)).recording();
    assertThat(second.contents().keystrokes().latency().count()).isZero();
    assertThat(gaps(second)).containsExactly(Gap.Kind.CHUNKS_REPEATED);
    assertThat(second.isIncomplete()).isFalse();
  }

  @Test
  void read_severalChunks_addUp() throws IOException {
    Path first = TestRecordings.typing(directory.resolve("1.jfr"), 30);
    Path second = TestRecordings.typing(directory.resolve("2.jfr"), 50);
    Path both = directory.resolve("both.jfr");
    Files.write(both, Files.readAllBytes(first));
    Files.write(both, Files.readAllBytes(second), StandardOpenOption.APPEND);

    Recording recording = read(both);

    assertThat(recording.sources().get(0).chunks()).isEqualTo(2);
    assertThat(recording.contents().keystrokes().latency().count()).isEqualTo(80);
  }
}
