// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.Analyzer;
import org.lusush.lle.analyzer.HostileModels;
import org.lusush.lle.analyzer.TestModels;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.Problem;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Reports in Markdown, CSV and JUnit XML. */
final class FormatsTest {

  private static final List<Check> CHECKS =
      List.of(
          new Check("score", true, "score 88.4 is not under the limit of 80"),
          new Check("keystroke p99", false, "keystroke p99 29.7 ms is over the limit of 20 ms"));

  private static Report report() {
    var gap = new Gap(Gap.Kind.EVENTS_LOST, "the JVM lost 5 bytes of events");
    var failure = new ReadOutcome.Failure("gone.jfr", new Problem.NoSuchFile());
    var analysis = Analyzer.analyze(TestModels.recording(gap));
    return new Report(Optional.of(analysis), List.of(failure));
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void markdown_everything_isTheGoldenFile() throws IOException {
    Golden.assertEquals("report.md", MarkdownReport.render(report(), CHECKS));
  }

  @Test
  void markdown_hostileText_isNoMarkup() {
    String text =
        MarkdownReport.render(HostileModels.report("|<b>**x** @me [a](http://b) `c`"), CHECKS);

    assertThat(text.lines().filter(line -> line.startsWith("|")))
        .allSatisfy(line -> assertThat(line).endsWith(" |"));
    assertThat(withoutCode(text))
        .doesNotContain("<b>", "@me", "[a]", "**x**", "http:")
        .doesNotContain("\u202E");
  }

  private static String withoutCode(String markdown) {
    return markdown.replaceAll("`[^`\n]*`", "");
  }

  @Test
  void markdown_asMuchAsTheModelsKeep_fitsAComment() {
    assertThat(MarkdownReport.render(HostileModels.large(), CHECKS)).hasSizeLessThan(65_536);
  }

  @Test
  void csv_everything_isTheGoldenFile() throws IOException {
    Golden.assertEquals("report.csv", CsvReport.render(report()));
  }

  @Test
  void csv_hostileText_staysInItsCellAndIsNoFormula() {
    String csv = CsvReport.render(HostileModels.report(HostileModels.TEXT));

    assertThat(csv.split("\r\n"))
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches("(?:table,item,field,value|(?:\"(?:[^\"\r\n]|\"\")*\",){3}.*)"));
    assertThat(csv).doesNotContain("\"=", "\u001B", "\u202E", "\u0000").contains("\"'=1+1|");
  }

  @Test
  void junit_everything_isTheGoldenFile() throws IOException {
    Golden.assertEquals("report.junit.xml", JunitReport.render(report(), CHECKS, true));
  }

  @Test
  void junit_limitNotMet_isAFailure() throws Exception {
    Element suite =
        (Element)
            parse(JunitReport.render(report(), CHECKS, false))
                .getElementsByTagName("testsuite")
                .item(0);

    assertThat(suite.getAttribute("tests")).isEqualTo("4");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(((Element) suite.getElementsByTagName("failure").item(0)).getAttribute("message"))
        .isEqualTo("keystroke p99 29.7 ms is over the limit of 20 ms");
  }

  @Test
  void junit_hostileText_isStillADocument() throws Exception {
    String xml =
        JunitReport.render(HostileModels.report(HostileModels.TEXT + "\uFFFF"), CHECKS, true);

    assertThat(parse(xml).getElementsByTagName("script").getLength()).isZero();
    assertThat(parse(xml).getElementsByTagName("testcase").getLength()).isEqualTo(4);
  }
}
