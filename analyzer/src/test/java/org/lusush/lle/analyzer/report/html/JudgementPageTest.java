// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.HostileModels;
import org.lusush.lle.analyzer.TestNights;
import org.lusush.lle.analyzer.model.night.Figure;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.night.Metric;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.model.night.Setup;
import org.lusush.lle.analyzer.regression.Judge;
import org.lusush.lle.analyzer.report.Golden;

final class JudgementPageTest {

  private static final int MOST_BYTES = 1_500_000;
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"report-data\">(.*?)</script>");

  /** Returns two weeks in which completion got slower, and a baseline from before. */
  static Judgement regression() {
    List<Night> nights = TestNights.nights(14, i -> i < 9 ? 1 : 1.3);
    Night baseline = TestNights.night(0, 4, TestNights.SETUP, 1, new Random(5));
    return Judge.judge(nights, Optional.of(baseline));
  }

  static Judgement pass() {
    return Judge.judge(TestNights.nights(14, i -> 1), Optional.empty());
  }

  static Judgement inconclusive() {
    var setup = new Setup("other", "JLine 4", "21.0.1+2", 8, "", 20, 3, List.of("events lost"));
    return Judge.compare(
        TestNights.night(0, 1, TestNights.SETUP, 1, new Random(1)),
        TestNights.night(1, 1, setup, 1.7, new Random(2)));
  }

  /** Returns a judgement whose every text means something to HTML or to scripts. */
  static Judgement hostile() {
    String text = HostileModels.TEXT;
    var setup = new Setup(text, text, text, 2, "", 1_000, 300, List.of());
    var random = new Random(3);
    List<Night> nights =
        TestNights.nights(12, i -> 1).stream()
            .map(
                night -> {
                  double slower = night.date().isBefore(TestNights.FIRST.plusDays(8)) ? 1 : 2;
                  double value = 1e6 * slower * (1 + 0.01 * random.nextDouble());
                  return new Night(
                      night.date(),
                      1,
                      0,
                      setup,
                      List.of(new Metric(text, Figure.P50, 900, List.of(value))),
                      List.of(),
                      List.of());
                })
            .toList();
    return Judge.judge(nights, Optional.empty());
  }

  private static JsonNode data(String html) throws IOException {
    Matcher matcher = DATA.matcher(html);
    assertThat(matcher.find()).isTrue();
    return new ObjectMapper().readTree(matcher.group(1));
  }

  @Test
  void render_regression_isTheGoldenFile() throws IOException {
    String html = JudgementPage.render(regression(), HtmlReport.Parts.load().withoutLibrary());

    Golden.assertEquals("verdict.html", html);
  }

  @Test
  void render_regression_drawsWhatWasFound() throws IOException {
    String html = JudgementPage.render(regression());

    assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
    assertThat(html)
        .contains("LLE Flight verdict: regression", "p50 of completion search went from")
        .contains("Thread.sleep in Catalog.ask");
    JsonNode charts = data(html).get("charts");
    JsonNode effect = charts.get("changes-1").get("rows").get(0);
    assertThat(effect.get("name").asText()).isEqualTo("p50 of completion search");
    assertThat(effect.get("tone").asText()).isEqualTo("bad");
    assertThat(effect.get("shift").asDouble()).isBetween(1.25, 1.35);
    assertThat(effect.get("low").asDouble()).isBetween(1.0, effect.get("shift").asDouble());
    JsonNode curves = charts.get("findings-1").get("series");
    assertThat(curves.get(1).get("points").get(25).get(1).asLong())
        .isGreaterThan(curves.get(0).get("points").get(25).get(1).asLong());
    JsonNode nights =
        StreamSupport.stream(charts.spliterator(), false)
            .filter(chart -> chart.has("since"))
            .findFirst()
            .orElseThrow();
    assertThat(nights.get("points")).hasSize(14);
    assertThat(nights.get("since").asLong()).isEqualTo(nights.get("points").get(9).get(0).asLong());
  }

  @Test
  void render_inconclusive_saysWhyFirst() {
    String html = JudgementPage.render(inconclusive());

    assertThat(html)
        .contains("Inconclusive: the second set has 20 keystrokes; it takes 100 to judge.")
        .contains("they are not comparable, for they differ in JDK (17 and 21)")
        .contains("is incomplete: events lost.");
  }

  @Test
  void render_hostileText_endsNoElement() throws IOException {
    String html = JudgementPage.render(hostile());

    assertThat(html).doesNotContain("<img", "</script><script>alert", "\u001b");
    assertThat(data(html).get("charts").toString()).contains("alert(1)");
  }
}
