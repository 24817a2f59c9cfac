// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lusush.lle.analyzer.Analyzer;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.cause.Cause;
import org.lusush.lle.analyzer.model.cause.CauseShare;
import org.lusush.lle.analyzer.model.cause.SlowSpan;
import org.lusush.lle.analyzer.reader.RecordingReader;
import org.lusush.lle.examples.shell.PlantedEvent;

/**
 * Keystrokes that are slow for one reason each, on a live shell: the analyzer finds the reason.
 *
 * <p>Judged are those of which the reason took most of the time, as the shell itself measured it:
 * on a loaded machine some are slow because nothing runs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlantedCausesTest {

  private static final int EACH = 20;
  private static final double FOUND = 0.95;

  /** A storm is told from single exceptions by gaps, which a busy machine makes longer. */
  private static final double FOUND_EXCEPTIONS = 0.8;

  private static final double MOST = 0.6;
  private static final double LITTLE = 0.15;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> WIDGETS =
      List.of(
          "sleep", "lock", "park", "file", "network", "garbage", "classes", "busy", "exceptions");
  private static final Path DETAIL = LiveShell.SETTINGS.resolveSibling("lle-detail.jfc");

  @TempDir private static Path home;

  private Recording recording;
  private final NavigableMap<Instant, Long> planted = new TreeMap<>();

  @BeforeAll
  void record() throws Exception {
    var file = home.resolve("planted.jfr");
    try (var shell = LiveShell.start(home, "org.lusush.lle.examples.shell.PlantedShell")) {
      shell.run("pwd");
      shell.jcmd("JFR.start", "name=planted", "settings=" + settings());
      for (var widget : WIDGETS) {
        var key = widget.substring(0, 1);
        for (int i = 0; i < EACH; i++) {
          shell.session.press("\u0018" + key);
          shell.session.pause(Duration.ofMillis(20));
        }
        var mark = "echo done-" + key;
        shell.typeUntil(mark, "done-" + key);
      }
      shell.session.await(TypedSession.PROMPT, PATIENCE);
      shell.jcmd("JFR.dump", "name=planted", "filename=" + file);
    }
    var outcome = RecordingReader.readOne(file);
    assertThat(outcome).isInstanceOf(ReadOutcome.Success.class);
    recording = ((ReadOutcome.Success) outcome).recording();
    for (var event : RecordingFile.readAllEvents(file)) {
      if (event.getEventType().getName().equals(PlantedEvent.TYPE)) {
        planted.put(event.getStartTime(), event.getLong("nanos"));
      }
    }
  }

  /** Those for details, and exceptions, which are off in them because of what those may say. */
  private static Path settings() throws IOException {
    var with =
        Files.readString(DETAIL)
            .replaceFirst(
                "(?s)(<event name=\"jdk.JavaExceptionThrow\">\\s*<setting name=\"enabled\">)false"
                    + "(</setting>)",
                "$1true$2<setting name=\"stackTrace\">true$2<setting name=\"throttle\">off$2");
    return Files.writeString(home.resolve("planted.jfc"), with);
  }

  @ParameterizedTest
  @CsvSource({
    "planted-sleep, SLEEP",
    "planted-lock, LOCK",
    "planted-park, PARK",
    "planted-file, FILE",
    "planted-network, SOCKET",
    "planted-garbage, GC_PAUSE",
    "planted-classes, CLASS_LOADING",
    "planted-busy, CODE",
    "planted-exceptions, EXCEPTIONS"
  })
  void causes_plantedOne_isFirstInNearlyAllItsKeystrokes(String widget, Cause planted) {
    var judged = of(widget).stream().filter(span -> sharePlantedIn(span) > MOST).toList();

    // What runs may have had too little of a processor each time; what waits has not.
    if (planted != Cause.CODE && planted != Cause.EXCEPTIONS) {
      assertThat(judged).isNotEmpty();
    }
    long found = judged.stream().filter(span -> first(span) == planted).count();
    assertThat((double) found)
        .as("%s of %s", planted, judged)
        .isGreaterThanOrEqualTo(
            (planted == Cause.EXCEPTIONS ? FOUND_EXCEPTIONS : FOUND) * judged.size());
  }

  @Test
  void causes_ofWorkThatHadNoProcessor_areNotCode() {
    var starved =
        of("planted-busy").stream().filter(span -> sharePlantedIn(span) < LITTLE).toList();

    assertThat(starved).allSatisfy(span -> assertThat(first(span)).isNotEqualTo(Cause.CODE));
  }

  @Test
  void causes_ofEachKeystroke_addUpToItsTime() {
    assertThat(WIDGETS)
        .allSatisfy(
            widget ->
                assertThat(of("planted-" + widget))
                    .hasSize(EACH)
                    .allSatisfy(
                        span ->
                            assertThat(span.parts().stream().mapToLong(SlowSpan.Part::nanos).sum())
                                .isEqualTo(span.nanos())));
  }

  private List<SlowSpan> of(String widget) {
    return recording.contents().slow().of(Timing.KEYSTROKE).stream()
        .filter(span -> span.name().equals(widget))
        .toList();
  }

  private static Cause first(SlowSpan span) {
    return span.parts().get(0).cause();
  }

  private double sharePlantedIn(SlowSpan span) {
    var start = Instant.ofEpochSecond(0, span.epochNanos());
    var inside = planted.subMap(start, start.plusNanos(span.nanos())).values();
    assertThat(inside).hasSize(1);
    return (double) inside.iterator().next() / span.nanos();
  }

  @Test
  void causes_evidence_namesTheMethodOfTheShell() {
    var evidence =
        of("planted-file").stream()
            .filter(span -> first(span) == Cause.FILE)
            .map(span -> span.parts().get(0).evidence())
            .distinct()
            .toList();

    assertThat(evidence).singleElement().asString().contains("PlantedShell.takeFromPipe");
  }

  @Test
  void causes_ofAllSlowKeystrokes_addUpToTheirTime() {
    var tail = Analyzer.analyze(recording).causes().get(0);

    assertThat(tail.subject()).isEqualTo(Timing.KEYSTROKE);
    assertThat(tail.spans()).isGreaterThanOrEqualTo(5L * EACH);
    assertThat(tail.shares().stream().mapToLong(share -> share.nanos()).sum())
        .isEqualTo(tail.nanos());
    assertThat(firsts(tail.shares()))
        .containsKeys(Cause.SLEEP, Cause.LOCK, Cause.FILE, Cause.SOCKET);
  }

  private static Map<Cause, Long> firsts(List<CauseShare> shares) {
    return shares.stream()
        .filter(share -> share.first() > 0)
        .collect(toMap(share -> share.cause(), share -> share.first()));
  }
}
