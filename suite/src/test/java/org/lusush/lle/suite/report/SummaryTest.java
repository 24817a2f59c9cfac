// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.report.Style;
import org.lusush.lle.suite.SuiteSchema;
import org.lusush.lle.suite.result.Figure;
import org.lusush.lle.suite.result.Measure;
import org.lusush.lle.suite.result.SuiteResult;
import org.lusush.lle.suite.result.SuiteResult.Machine;
import org.lusush.lle.suite.result.SuiteResult.ShellIdentity;
import org.lusush.lle.suite.result.TargetTable;
import org.lusush.lle.suite.result.TestKind;
import org.lusush.lle.suite.result.TestResult;
import org.xml.sax.InputSource;

/** One result in all formats; {@code -Dlle.golden.write=true} writes the files anew. */
final class SummaryTest {

  private static final Path GOLDEN = Path.of("src/test/resources/org/lusush/lle/suite/report");
  private static final TargetTable TARGETS = TargetTable.defaults();
  private static final Style PLAIN = new Style(false, true, ZoneOffset.UTC);

  @Test
  void render_asText_isAsTheGoldenFile() throws IOException {
    var text = SuiteText.render(result(), PLAIN);

    assertGolden("summary.txt", text);
    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void render_asMarkdown_isAsTheGoldenFile() throws IOException {
    assertGolden("summary.md", SuiteMarkdown.render(result()));
  }

  @Test
  void render_asJson_isAsTheGoldenFileAndTheSchemaSay() throws IOException {
    var json = SuiteJson.render(result());

    assertGolden("suite.json", json);
    assertThat(SuiteSchema.faults(json)).isEmpty();
    assertThat(SuiteSchema.faults("{\"formatVersion\": 1, \"what\": 2}")).isNotEmpty();
  }

  @Test
  void render_asJunit_isAsTheGoldenFileAndAddsUp() throws Exception {
    var xml = SuiteJunit.render(result());

    assertGolden("junit.xml", xml);
    var document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(2);
    assertThat(document.getElementsByTagName("error").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(2);
  }

  @Test
  void render_hostileText_steersNoTerminalAndIsNoMarkup() {
    var result = result(failed(TestKind.CPU, "\u001b[2J<script>\nMissing"));

    assertThat(SuiteText.render(result, PLAIN)).doesNotContain("\u001b").contains("script");
    assertThat(SuiteMarkdown.render(result)).doesNotContain("<script>");
    assertThat(SuiteJunit.render(result)).doesNotContain("\u001b", "<script>");
  }

  private static void assertGolden(String file, String actual) throws IOException {
    Path golden = GOLDEN.resolve(file);
    if (Boolean.getBoolean("lle.golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }

  private static SuiteResult result() {
    return result(
        passed(
            TestKind.LATENCY,
            "550 keys typed on 5 JVMs, one after the other; 550 keystrokes recorded",
            figure(Measure.LATENCY_P50, 1_060_000),
            figure(Measure.LATENCY_P99, 7_920_000),
            figure(Measure.OUTSIDE_P99, 23_100_000),
            figure(Measure.ERRORS, 0),
            missing(Measure.HIT_RATE, "no cache was looked up"),
            figure(Measure.KEYSTROKE_SCORE, 78.2)),
        failed(TestKind.THROUGHPUT, "the shell ended with status 3 after 12 keys"),
        passed(
            TestKind.MEMORY,
            "4510 keys typed between two full collections",
            figure(Measure.GROWTH, 69_000),
            figure(Measure.ALLOCATED, 34_400)),
        passed(
            TestKind.CPU,
            "300 keys typed in 12.0 s, 25.0 a second, then none for 6.0 s",
            figure(Measure.BUSY, 0.157),
            figure(Measure.IDLE, 0.013)),
        notRun(TestKind.REGRESSION, "there is no run to compare with"));
  }

  private static SuiteResult result(TestResult... tests) {
    return new SuiteResult(
        Instant.parse("2026-11-27T14:30:39Z"),
        Duration.ofMillis(151_250),
        new Machine("Linux", "amd64", 2, 25_000_000_000L),
        new ShellIdentity("lle-shell", "JLine 3.30.6", "JDK 17.0.15+6"),
        110,
        TARGETS,
        List.of(tests));
  }

  private static Figure figure(Measure measure, double value) {
    return new Figure(measure, Optional.of(value), TARGETS.limit(measure), "");
  }

  private static Figure missing(Measure measure, String why) {
    return new Figure(measure, Optional.empty(), TARGETS.limit(measure), why);
  }

  private static TestResult passed(TestKind kind, String sentence, Figure... figures) {
    return test(kind, TestResult.State.PASSED, sentence, figures);
  }

  private static TestResult failed(TestKind kind, String sentence) {
    return test(kind, TestResult.State.FAILED, sentence);
  }

  private static TestResult notRun(TestKind kind, String sentence) {
    return test(kind, TestResult.State.NOT_RUN, sentence, missing(Measure.WORSE, "not run"));
  }

  private static TestResult test(
      TestKind kind, TestResult.State state, String sentence, Figure... figures) {
    return new TestResult(
        kind,
        state,
        sentence,
        List.of(figures),
        List.of(kind.label() + "-1.jfr"),
        Duration.ofMillis(31_500),
        Optional.empty());
  }
}
