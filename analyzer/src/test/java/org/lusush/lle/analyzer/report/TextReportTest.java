// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.Analyzer;
import org.lusush.lle.analyzer.TestModels;
import org.lusush.lle.analyzer.model.CacheStats;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.Problem;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Recording;

final class TextReportTest {

  private static final Style PLAIN = new Style(false, true, ZoneOffset.UTC);
  private static final Gap THRESHOLD =
      new Gap(
          Gap.Kind.OPERATIONS_LEFT_OUT,
          "operations shorter than 1 ms were not recorded (threshold of lle.Operation); figures of"
              + " single operations are about the 1,100 recorded of the 2,000 measured");

  private static Report report(Recording recording) {
    return new Report(Optional.of(Analyzer.analyze(recording)), List.of());
  }

  @Test
  void render_everything_isTheGoldenFile() throws IOException {
    Golden.assertEquals("report.txt", TextReport.render(report(TestModels.recording()), PLAIN));
  }

  @Test
  void render_incompleteAndUnreadable_isTheGoldenFile() throws IOException {
    Recording merged =
        Recording.merged(List.of(TestModels.recording(THRESHOLD), TestModels.recording()));
    var failure = new ReadOutcome.Failure("gone.jfr", new Problem.NoSuchFile());
    var report = new Report(Optional.of(Analyzer.analyze(merged)), List.of(failure));

    Golden.assertEquals("incomplete.txt", TextReport.render(report, PLAIN));
  }

  @Test
  void render_histogramsForMissingEvents_isTheGoldenFile() throws IOException {
    Recording recording =
        TestModels.thresholded(
            THRESHOLD,
            new Gap(
                Gap.Kind.KEYSTROKES_LEFT_OUT,
                "keystrokes shorter than 1 ms were not recorded (threshold of lle.Keystroke)"));

    Golden.assertEquals("histograms.txt", TextReport.render(report(recording), PLAIN));
  }

  @Test
  void render_nothingRecorded_isTheGoldenFile() throws IOException {
    Recording empty = TestModels.without(Contents.NONE);

    Golden.assertEquals("nothing.txt", TextReport.render(report(empty), PLAIN));
  }

  @Test
  void render_anything_fitsTheWidth() {
    Recording merged =
        Recording.merged(List.of(TestModels.recording(THRESHOLD), TestModels.recording()));

    assertThat(TextReport.render(report(merged), PLAIN).lines())
        .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(100));
  }

  @Test
  void render_colors_changeNothingElse() {
    Report report = report(TestModels.recording(THRESHOLD));

    String colored = TextReport.render(report, new Style(true, true, ZoneOffset.UTC));

    assertThat(colored).contains("\u001B[");
    assertThat(colored.replaceAll("\u001B\\[[0-9]*m", ""))
        .isEqualTo(TextReport.render(report, PLAIN));
  }

  @Test
  void render_asciiTerminal_isAsciiInTheSameColumns() {
    Report report = report(TestModels.recording(THRESHOLD));

    String ascii = TextReport.render(report, new Style(false, false, ZoneOffset.UTC));

    assertThat(ascii).isASCII().contains("us").hasSameSizeAs(TextReport.render(report, PLAIN));
  }

  @Test
  void render_hostileNames_showNoControlCharacter() {
    var cache =
        new CacheStats("\u001B[2J\u0007evil\r\n", Map.of("\u009B31mL1", 1L), 0, Latency.of(1));
    var contents = TestModels.contents().plus(contentsWith(cache));

    String text = TextReport.render(report(TestModels.without(contents)), PLAIN);

    assertThat(text.replace("\n", "").chars()).noneMatch(Character::isISOControl);
    assertThat(text).contains("evil");
  }

  private static Contents contentsWith(CacheStats cache) {
    Contents none = Contents.NONE;
    return new Contents(
        none.keystrokes(),
        none.operations(),
        List.of(cache),
        none.pools(),
        none.exceeded(),
        none.garbage(),
        none.upkeep(),
        none.slow());
  }
}
