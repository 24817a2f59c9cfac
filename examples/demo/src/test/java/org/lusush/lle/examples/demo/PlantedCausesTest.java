// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/** Keystrokes that are slow for one reason each, on a live shell: the analyzer finds the reason. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlantedCausesTest {

  private static final int EACH = 20;
  private static final double FOUND = 0.95;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> KEYS = List.of("s", "l", "p", "f", "n", "g", "c", "b");
  private static final Path DETAIL = LiveShell.SETTINGS.resolveSibling("lle-detail.jfc");

  @TempDir private static Path home;

  private Recording recording;

  @BeforeAll
  void record() throws Exception {
    var file = home.resolve("planted.jfr");
    try (var shell = LiveShell.start(home, "org.lusush.lle.examples.shell.PlantedShell")) {
      shell.run("pwd");
      shell.jcmd("JFR.start", "name=planted", "settings=" + DETAIL);
      for (var key : KEYS) {
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
    "planted-busy, CODE"
  })
  void causes_plantedOne_isFirstInNearlyAllItsKeystrokes(String widget, Cause planted) {
    var keystrokes =
        recording.contents().slow().of(Timing.KEYSTROKE).stream()
            .filter(span -> span.name().equals(widget))
            .toList();

    assertThat(keystrokes).hasSize(EACH);
    long found = keystrokes.stream().filter(span -> span.parts().get(0).cause() == planted).count();
    assertThat((double) found / EACH)
        .as("%s of %s", planted, keystrokes)
        .isGreaterThanOrEqualTo(FOUND);
    assertThat(keystrokes)
        .allSatisfy(
            span ->
                assertThat(span.parts().stream().mapToLong(SlowSpan.Part::nanos).sum())
                    .isEqualTo(span.nanos()));
  }

  @Test
  void causes_evidence_namesTheMethodOfTheShell() {
    var evidence =
        recording.contents().slow().of(Timing.KEYSTROKE).stream()
            .filter(span -> span.name().equals("planted-file"))
            .map(span -> span.parts().get(0).evidence())
            .distinct()
            .toList();

    assertThat(evidence).singleElement().asString().contains("PlantedShell.readSlowly");
  }

  @Test
  void causes_ofAllSlowKeystrokes_addUpToTheirTime() {
    var tail = Analyzer.analyze(recording).causes().get(0);

    assertThat(tail.subject()).isEqualTo(Timing.KEYSTROKE);
    assertThat(tail.spans()).isGreaterThanOrEqualTo(7L * EACH);
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
