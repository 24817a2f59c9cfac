// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.Analyzer;
import org.lusush.lle.analyzer.HostileModels;
import org.lusush.lle.analyzer.TestModels;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.Problem;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.cause.Cause;
import org.lusush.lle.analyzer.model.timeline.Mark;
import org.lusush.lle.analyzer.report.Golden;
import org.lusush.lle.analyzer.report.Report;

final class HtmlReportTest {

  private static final int MOST_BYTES = 1_500_000;
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"report-data\">(.*?)</script>");

  private static Report report(Recording recording) {
    return new Report(Optional.of(Analyzer.analyze(recording)), List.of());
  }

  private static String render(Report report) {
    return HtmlReport.render(report, ZoneOffset.UTC);
  }

  private static JsonNode data(String html) throws IOException {
    Matcher matcher = DATA.matcher(html);
    assertThat(matcher.find()).isTrue();
    return new ObjectMapper().readTree(matcher.group(1));
  }

  @Test
  void render_everything_isTheGoldenFile() throws IOException {
    var gap = new Gap(Gap.Kind.EVENTS_LOST, "the JVM lost 5 bytes of events");
    var failure = new ReadOutcome.Failure("gone.jfr", new Problem.NoSuchFile());
    var analysis = Analyzer.analyze(TestModels.recording(gap));
    var report = new Report(Optional.of(analysis), List.of(failure));

    String html =
        HtmlReport.render(report, ZoneOffset.UTC, HtmlReport.Parts.load().withoutLibrary());

    Golden.assertEquals("report.html", html);
  }

  @Test
  void render_incomplete_saysSoBeforeAnythingElse() {
    var gap = new Gap(Gap.Kind.EVENTS_LOST, "the JVM lost 5 bytes of events");

    String html = render(report(TestModels.recording(gap)));

    assertThat(html.indexOf("This report is about incomplete data"))
        .isPositive()
        .isLessThan(html.indexOf("the JVM lost 5 bytes"))
        .isLessThan(html.indexOf("<section id=\"summary\""));
  }

  @Test
  void render_complete_saysNothingOfIt() {
    assertThat(render(report(TestModels.recording())))
        .doesNotContain("incomplete data")
        .contains("Nothing is known to be missing.");
  }

  @Test
  void render_nothingRecorded_hasNoEmptyTableNorChart() throws IOException {
    String html = render(report(TestModels.without(Contents.NONE)));

    assertThat(html).contains("No keystroke was recorded.").doesNotContain("<tbody>\n</tbody>");
    assertThat(data(html).at("/charts").isEmpty()).isTrue();
  }

  @Test
  void render_noFileReadable_isAPageThatSaysWhy() {
    var failure = new ReadOutcome.Failure("gone.jfr", new Problem.NoSuchFile());

    String html = render(new Report(Optional.empty(), List.of(failure)));

    assertThat(html)
        .contains("<strong>gone.jfr</strong>: not read: there is no such file")
        .contains("not read");
  }

  @Test
  void render_hostileText_isInert() throws IOException {
    String html = render(HostileModels.report(HostileModels.TEXT));

    assertThat(html)
        .contains("&lt;/script&gt;&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert")
        .doesNotContain("<img")
        .doesNotContain("\u001B")
        .doesNotContain("\u0000")
        .doesNotContain("\u202E")
        .doesNotContain("\u2066")
        .doesNotContain("\u2028");
    assertThat(html.split("<script", -1)).hasSize(4 + occurrences(html, "src=\"<script"));
    assertThat(data(html).at("/charts/slowest-1/points/0/3").asText())
        .contains("</script><script>alert(1)</script>");
  }

  private static int occurrences(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void render_asMuchAsTheModelsKeep_staysSmall() {
    assertThat(render(HostileModels.large()).getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(MOST_BYTES);
  }

  @Test
  void render_anyZone_showsItsTime() {
    String html = HtmlReport.render(report(TestModels.recording()), ZoneId.of("Asia/Kolkata"));

    assertThat(html).contains("2026-11-22 15:30:00", "UTC+05:30");
  }

  @Test
  void render_anything_loadsNothing() {
    String html = render(report(TestModels.recording()));

    assertThat(html)
        .contains("default-src &#39;none&#39;; script-src &#39;sha256-")
        .doesNotContain("unsafe-inline")
        .doesNotContainPattern("(?:src|href)=\"(?:https?:)?//");
  }

  @Test
  void script_everyCauseAndMark_hasAColor() {
    String script = Assets.own("report.js");

    for (Cause cause : Cause.values()) {
      assertThat(script).contains("\"" + cause.label() + "\": [\"--c-");
    }
    for (Mark.Kind kind : Mark.Kind.values()) {
      assertThat(script).contains("\"" + kind.label() + "\": \"--");
    }
  }
}
