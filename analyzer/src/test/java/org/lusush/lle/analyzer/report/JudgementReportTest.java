// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.TestNights;
import org.lusush.lle.analyzer.model.night.Figure;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.night.Metric;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.model.night.Setup;
import org.lusush.lle.analyzer.regression.Judge;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class JudgementReportTest {

  private static final Style PLAIN = new Style(false, true, ZoneOffset.UTC);
  private static final String HOSTILE = "=1+1|<b>@you</b>,\"`x`\u001b[31m](http://x)\n";

  private static Judgement nights() {
    Night baseline = TestNights.night(0, 4, TestNights.SETUP, 1.25, new Random(3));
    return Judge.judge(TestNights.nights(14, i -> i < 9 ? 1 : 1.3), Optional.of(baseline));
  }

  private static Judgement inconclusive() {
    var setup = new Setup("other", "", "", 0, "", 12, 9, List.of("the JVM lost 5 bytes"));
    return Judge.compare(
        TestNights.night(0, 1, TestNights.SETUP, 1, new Random(1)),
        TestNights.night(1, 1, setup, 3, new Random(2)));
  }

  /** Returns a judgement with names that mean something to every format. */
  private static Judgement hostile() {
    List<Night> nights = new ArrayList<>();
    for (Night night : TestNights.nights(12, i -> 1)) {
      int day = nights.size();
      nights.add(
          new Night(
              night.date(),
              1,
              0,
              night.setup(),
              List.of(
                  new Metric(HOSTILE, Figure.P50, 900, List.of(day < 8 ? 1e6 + day : 2e6 + day))),
              List.of(),
              List.of()));
    }
    return Judge.judge(nights, Optional.empty());
  }

  private static Element parsed(String xml) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  @Test
  void text_ofNightsAndABaseline_isTheGoldenFile() throws IOException {
    String text = JudgementText.render(nights(), PLAIN);

    Golden.assertEquals("verdict.txt", text);
    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void text_thatIsInconclusive_isTheGoldenFile() throws IOException {
    Golden.assertEquals("verdict-inconclusive.txt", JudgementText.render(inconclusive(), PLAIN));
  }

  @Test
  void json_isTheGoldenFile() throws IOException {
    String json = JudgementJson.render(nights());

    Golden.assertEquals("verdict.json", json);
    JsonNode root = new ObjectMapper().readTree(json);
    assertThat(root.at("/verdict").asText()).isEqualTo("regression");
    assertThat(root.at("/changes/0/since").asText()).isEqualTo("2026-11-10");
  }

  @Test
  void markdown_isTheGoldenFile() throws IOException {
    Golden.assertEquals("verdict.md", JudgementMarkdown.render(nights()));
  }

  @Test
  void csv_isTheGoldenFile() throws IOException {
    Golden.assertEquals("verdict.csv", JudgementCsv.render(nights()));
  }

  @Test
  void junit_isTheGoldenFile_andCountsItsCases() throws Exception {
    String xml = JudgementJunit.render(nights());

    Golden.assertEquals("verdict.xml", xml);
    Element suite = parsed(xml);
    assertThat(suite.getAttribute("tests"))
        .isEqualTo(Integer.toString(suite.getElementsByTagName("testcase").getLength()));
    assertThat(suite.getAttribute("failures"))
        .isEqualTo(Integer.toString(suite.getElementsByTagName("failure").getLength()))
        .isNotEqualTo("0");
  }

  @Test
  void junit_thatIsInconclusive_skipsEverythingAndFailsNothing() throws Exception {
    Element suite = parsed(JudgementJunit.render(inconclusive()));

    assertThat(suite.getAttribute("failures")).isEqualTo("0");
    assertThat(suite.getAttribute("skipped")).isEqualTo(suite.getAttribute("tests"));
    assertThat(suite.getElementsByTagName("skipped").getLength())
        .isEqualTo(suite.getElementsByTagName("testcase").getLength());
  }

  @Test
  void everyFormat_ofHostileNames_isInert() throws Exception {
    Judgement judgement = hostile();

    assertThat(JudgementText.render(judgement, PLAIN)).doesNotContain("\u001b");
    assertThat(JudgementMarkdown.render(judgement))
        .doesNotContain("<b>", "@you", "`x`", "](", "\u001b", "http://");
    assertThat(JudgementCsv.render(judgement).lines().skip(1))
        .isNotEmpty()
        .allMatch(row -> row.startsWith("nights,\"'=1+1"));
    assertThat(parsed(JudgementJunit.render(judgement)).getElementsByTagName("failure").getLength())
        .isEqualTo(1);
    assertThat(new ObjectMapper().readTree(JudgementJson.render(judgement)).at("/verdict").asText())
        .isEqualTo("regression");
  }
}
