// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lusush.lle.analyzer.model.Finding;
import org.lusush.lle.jmc.corpus.Corpus;
import org.lusush.lle.jmc.corpus.OddRecordings;
import org.lusush.lle.jmc.corpus.Scenario;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.ResultToolkit;
import org.openjdk.jmc.flightrecorder.rules.RuleRegistry;
import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.report.JfrRulesReport;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit;
import org.w3c.dom.Element;

/**
 * The rules say the same of a recording whether JMC's GUI asks them, with everything loaded, or
 * JMC's report program, or {@code lle rules}.
 */
final class ParityTest {

  @TempDir private static Path folder;

  private static final Severity LEAST = Collections.min(EnumSet.allOf(Severity.class));

  private static final List<Path> RECORDINGS = new ArrayList<>();

  @BeforeAll
  static void record() throws Exception {
    var scenarios = Corpus.record(folder);
    RECORDINGS.addAll(scenarios.values());
    RECORDINGS.add(Corpus.recordInChunks(Scenario.POOR, folder.resolve("chunks.jfr")));
    RECORDINGS.add(
        Corpus.merge(
            folder.resolve("merged.jfr"),
            scenarios.get(Scenario.QUIET),
            scenarios.get(Scenario.COLD_CACHE),
            scenarios.get(Scenario.LEAKING_POOL)));
    recordOtherVersions();
    RECORDINGS.addAll(OddRecordings.files(folder));
  }

  private static void recordOtherVersions() throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OddRecordings.class.getName(),
                folder.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  static Stream<Path> recordings() {
    return RECORDINGS.stream();
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void judge_anyRecording_saysWhatJmcSays(Path recording) throws Exception {
    Map<String, String> inTheGui = inTheGui(recording);

    assertThat(headless(recording)).isEqualTo(inTheGui);
    assertThat(inTheReport(recording))
        .isEqualTo(withoutTexts(inTheGui))
        .hasSizeGreaterThanOrEqualTo(14);
  }

  /** Evaluates as JMC's pages do: over all events, loaded at once. */
  private static Map<String, String> inTheGui(Path recording) throws Exception {
    var items = JfrLoaderToolkit.loadEvents(recording.toFile());
    var results = RulesToolkit.evaluateParallel(RuleRegistry.getRules(), items, null, 2);
    Map<String, String> verdicts = new TreeMap<>();
    for (var entry : results.entrySet()) {
      IRule rule = entry.getKey();
      IResult result = entry.getValue().get();
      verdicts.put(rule.getId(), verdict(result) + " " + text(result, result.getSummary()));
    }
    return verdicts;
  }

  private static String verdict(IResult result) {
    return result.getSeverity()
        + " "
        + Math.round(result.getResult(TypedResult.SCORE).doubleValue());
  }

  private static String text(IResult result, String template) {
    return ResultToolkit.populateMessage(result, template, false).replace('\u00a0', ' ');
  }

  private static Map<String, String> headless(Path recording) {
    var findings = Rules.judge(List.of(recording)).findings().orElseThrow();
    Map<String, String> verdicts = new TreeMap<>();
    for (Finding finding : findings.all()) {
      String severity =
          finding.severity() == Finding.Severity.NOT_JUDGED ? "NA" : finding.severity().name();
      verdicts.put(finding.rule(), severity + " " + finding.score() + " " + finding.summary());
    }
    return verdicts;
  }

  /** Evaluates by JMC's report program, which knows severities by their names in its language. */
  private static Map<String, String> inTheReport(Path recording) throws Exception {
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
    var root = document.createElement("reports");
    JfrRulesReport.addReport(recording.toString(), LEAST, false, root);
    Map<String, String> verdicts = new TreeMap<>();
    var rules = root.getElementsByTagName("rule");
    for (int i = 0; i < rules.getLength(); i++) {
      var rule = (Element) rules.item(i);
      verdicts.put(
          value(rule, "id"), severity(value(rule, "severity")) + " " + value(rule, "score"));
    }
    return verdicts;
  }

  private static String value(Element rule, String name) {
    return rule.getElementsByTagName(name).item(0).getTextContent();
  }

  private static String severity(String localizedName) {
    return Stream.of(Severity.values())
        .filter(severity -> severity.getLocalizedName().equals(localizedName))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private static Map<String, String> withoutTexts(Map<String, String> verdicts) {
    Map<String, String> brief = new TreeMap<>();
    verdicts.forEach(
        (rule, verdict) -> brief.put(rule, verdict.replaceAll("^(\\S+ \\S+).*", "$1")));
    return brief;
  }
}
