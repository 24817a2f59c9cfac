// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.events.KeystrokeEvent;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.Severity;

final class KeystrokeLatencyRuleTest {

  private final KeystrokeLatencyRule rule = new KeystrokeLatencyRule();

  @TempDir private Path folder;

  @Test
  void judge_slowKeystrokes_informsAndNamesTheirWidget() {
    var recording =
        record(
            () -> {
              Recordings.keystrokes(196, "self-insert", Duration.ZERO);
              Recordings.keystrokes(1, "accept-line", Duration.ofMillis(25));
              Recordings.keystrokes(3, "expand-or-complete", Duration.ofMillis(25));
            });

    var result = Evaluation.of(rule, Recordings.load(recording));

    assertThat(result.getSeverity()).isEqualTo(Severity.INFO);
    assertThat(Evaluation.score(result)).isBetween(25.0, 74.0);
    assertThat(Evaluation.count(result, KeystrokeLatencyRule.COUNT)).isEqualTo(200);
    assertThat(Evaluation.count(result, KeystrokeLatencyRule.SLOW)).isGreaterThanOrEqualTo(4);
    assertThat(Figures.nanos(result.getResult(KeystrokeLatencyRule.P99)))
        .isGreaterThanOrEqualTo(Duration.ofMillis(25).toNanos());
    assertThat(Figures.nanos(result.getResult(KeystrokeLatencyRule.P50)))
        .isLessThan(Duration.ofMillis(20).toNanos());
    assertThat(result.getResult(KeystrokeLatencyRule.WORST_WIDGET)).isEqualTo("expand-or-complete");
    assertThat(Evaluation.texts(result)).contains("expand-or-complete").doesNotContain("{");
  }

  @Test
  void judge_criticalKeystrokes_warns() {
    var recording =
        record(
            () -> {
              Recordings.keystrokes(100, "self-insert", Duration.ZERO);
              Recordings.keystrokes(2, "vi-search", Duration.ofMillis(101));
            });

    var result = Evaluation.of(rule, Recordings.load(recording));

    assertThat(result.getSeverity()).isEqualTo(Severity.WARNING);
    assertThat(Evaluation.score(result)).isGreaterThanOrEqualTo(75);
  }

  @Test
  void judge_quickKeystrokes_isOk() {
    var recording = record(() -> Recordings.keystrokes(300, "self-insert", Duration.ZERO));

    var result = Evaluation.of(rule, Recordings.load(recording));

    assertThat(result.getSeverity()).isEqualTo(Severity.OK);
    assertThat(Evaluation.score(result)).isLessThan(25);
    assertThat(Evaluation.texts(result)).contains("target is 20 ms").doesNotContain("{");
  }

  @Test
  void judge_fewKeystrokes_isNotApplicableAndGivesTheCount() {
    var recording = record(() -> Recordings.keystrokes(9, "self-insert", Duration.ZERO));

    var result = Evaluation.of(rule, Recordings.load(recording));

    Evaluation.assertNotJudged(result);
    assertThat(Evaluation.count(result, KeystrokeLatencyRule.COUNT)).isEqualTo(9);
    assertThat(Evaluation.summary(result)).contains("Too few", ": 9,", "needs 100");
  }

  @Test
  void judge_noKeystrokes_isNotApplicable() {
    var recording = Recordings.load(record(() -> Recordings.lookups(1, "words", true)));

    Evaluation.assertNotJudged(Evaluation.of(rule, recording));
    Evaluation.assertNotJudged(Evaluation.regardless(rule, recording));
  }

  @Test
  void judge_shortKeystrokesLeftOut_isNotApplicableAndSaysSo() {
    var recording =
        Recordings.record(
            folder.resolve("threshold.jfr"),
            settings -> settings.enable(KeystrokeEvent.class).withThreshold(Duration.ofMillis(5)),
            () -> Recordings.keystrokes(101, "self-insert", Duration.ofMillis(6)));

    var result = Evaluation.of(rule, Recordings.load(recording));

    Evaluation.assertNotJudged(result);
    assertThat(Evaluation.summary(result)).contains("lle.Keystroke", "5 ms");
  }

  @Test
  void judge_typeInSeveralPieces_sumsThem() {
    var first =
        Recordings.record(
            folder.resolve("first.jfr"),
            () -> {
              var other =
                  new Thread(() -> Recordings.keystrokes(60, "self-insert", Duration.ofMillis(1)));
              other.start();
              Recordings.keystrokes(60, "self-insert", Duration.ofMillis(1));
              join(other);
            });
    var second =
        Recordings.record(
            folder.resolve("second.jfr"),
            () -> Recordings.keystrokes(30, "self-insert", Duration.ZERO));
    var recording = Recordings.load(first, second);

    var result = Evaluation.of(rule, recording);

    assertThat(Events.of("lle.Keystroke", recording).pieces()).hasSizeGreaterThan(1);
    assertThat(Evaluation.count(result, KeystrokeLatencyRule.COUNT)).isEqualTo(150);
  }

  @Test
  void judge_otherLimits_followsThem() {
    var recording =
        Recordings.load(
            record(() -> Recordings.keystrokes(20, "self-insert", Duration.ofMillis(2))));
    Map<TypedPreference<?>, Object> strict =
        Map.of(
            KeystrokeLatencyRule.WARNING, Figures.timespan(100_000),
            KeystrokeLatencyRule.CRITICAL, Figures.timespan(1_000_000),
            KeystrokeLatencyRule.MINIMUM, Figures.count(20));

    var result = Evaluation.of(rule, recording, Evaluation.preferences(strict));

    assertThat(result.getSeverity()).isEqualTo(Severity.WARNING);
    assertThat(Evaluation.summary(result)).contains("target of 100 μs");
  }

  @Test
  void judge_queuedKeys_countsThem() {
    var recording =
        record(
            () -> {
              Recordings.keystrokes(100, "self-insert", Duration.ZERO);
              new KeystrokeEvent().commit();
            });

    var result = Evaluation.of(rule, Recordings.load(recording));

    assertThat(Evaluation.count(result, KeystrokeLatencyRule.QUEUED)).isEqualTo(1);
  }

  private Path record(Runnable events) {
    return Recordings.record(folder.resolve("recording.jfr"), events);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
