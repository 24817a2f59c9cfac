// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.jmc.corpus.Corpus;
import org.lusush.lle.jmc.corpus.NamedSession;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.RuleRegistry;
import org.openjdk.jmc.flightrecorder.rules.report.JfrRulesReport;
import org.openjdk.jmc.flightrecorder.rules.report.html.JfrHtmlRulesReport;

/** JMC's own report mains, each in a JVM with nothing but JMC's core and the built jar. */
final class JmcReportIT {

  private static final String HOSTILE =
      "<img src=x onerror=alert(1)>[x](http://e.example/)\"\\{p99}\n\t\0&amp;'";
  private static final List<String> NAMES =
      RuleRegistry.getRules().stream().map(IRule::getName).toList();
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  @TempDir private static Path folder;

  private static Path ordinary;
  private static Path hostile;

  @BeforeAll
  static void record() {
    ordinary = record("a.jfr", "expand-or-complete");
    hostile = record("b.jfr", HOSTILE);
  }

  private static Path record(String file, String name) {
    return Corpus.record(folder.resolve(file), Map.of(), () -> NamedSession.play(name));
  }

  @Test
  void text_troubledSession_listsRulesWithScores() throws Exception {
    String report = report(ordinary, "text");

    assertThat(report).contains(NAMES);
    assertThat(report.lines().filter(line -> line.matches("Score: \\d+"))).hasSameSizeAs(NAMES);
    assertThat(report).contains("expand-or-complete", "custom: expand-or-complete");
    assertThat(report).doesNotContain("{", "}");
  }

  @Test
  void xml_hostileNames_isWellFormedWithScores() throws Exception {
    byte[] report = report(hostile, "xml").getBytes(StandardCharsets.UTF_8);

    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(report));

    assertThat(document.getElementsByTagName("rule").getLength()).isEqualTo(NAMES.size());
    assertThat(document.getElementsByTagName("score").getLength()).isEqualTo(NAMES.size());
  }

  @Test
  void json_hostileNames_isValidWithScores() throws Exception {
    var json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    var rules = json.readTree(report(hostile, "json")).get(0).get("rules");

    assertThat(rules.findValuesAsText("name")).containsExactlyInAnyOrderElementsOf(NAMES);
    assertThat(rules.findValues("score"))
        .hasSameSizeAs(NAMES)
        .allSatisfy(score -> assertThat(score.asInt(-1)).isBetween(0, 100));
    assertThat(rules.findValuesAsText("solution")).allSatisfy(s -> assertThat(s).isNotBlank());
  }

  @Test
  void json_languageWithDecimalComma_isValid() throws Exception {
    var json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    String report = report(ordinary, "json", "-Duser.language=de");

    assertThat(report).contains("1.000 lookups"); // as numbers are written there
    assertThat(json.readTree(report).get(0).get("rules")).hasSameSizeAs(NAMES);
  }

  @Test
  void plainHtml_hostileNames_hasTheMarkupOfOrdinaryOnes() throws Exception {
    assertThat(tags(report(hostile, "html"))).isEqualTo(tags(report(ordinary, "html")));
  }

  @Test
  void html_hostileNames_hasTheMarkupOfOrdinaryOnes() throws Exception {
    String ordinaryReport = htmlReport(ordinary);
    String hostileReport = htmlReport(hostile);

    assertThat(ordinaryReport).contains(NAMES).contains("expand-or-complete");
    assertThat(hostileReport)
        .contains(NAMES)
        .contains("?img src=x onerror=alert?1??")
        .doesNotContain("<img src=x", "onclick=\"window.location");
    assertThat(tags(hostileReport)).isEqualTo(tags(ordinaryReport));
  }

  private static String report(Path recording, String format, String... options) throws Exception {
    return Jvm.run(
        folder,
        List.of(options),
        classPath(),
        JfrRulesReport.class.getName(),
        recording.toString(),
        "-format",
        format,
        "-verbose");
  }

  private static String htmlReport(Path recording) throws Exception {
    return Jvm.run(
        folder, List.of(), classPath(), JfrHtmlRulesReport.class.getName(), recording.toString());
  }

  private static List<Path> classPath() {
    var classPath = new ArrayList<>(Jvm.jmc());
    classPath.add(RulesJarIT.JAR);
    return classPath;
  }

  /** Returns every kind of tag: without the figures in it. */
  private static Set<String> tags(String html) {
    return TAG.matcher(html)
        .results()
        .map(MatchResult::group)
        .map(tag -> tag.replaceAll("\\d", ""))
        .collect(Collectors.toSet());
  }
}
