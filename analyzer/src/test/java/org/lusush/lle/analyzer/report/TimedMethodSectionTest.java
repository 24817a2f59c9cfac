// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.Analyzer;
import org.lusush.lle.analyzer.TestModels;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.TimedMethod;
import org.lusush.lle.analyzer.model.TimedMethods;
import org.lusush.lle.analyzer.report.html.HtmlReport;

/** What reports say of the methods that the JVM timed. */
final class TimedMethodSectionTest {

  private static final long MISSING = Long.MIN_VALUE;

  private static Report report(TimedMethod... methods) {
    Contents none = Contents.NONE;
    var timed = TimedMethods.of(new TimedMethods.OfJvm(1, 1, List.of(methods)));
    var contents =
        new Contents(
            none.keystrokes(),
            none.operations(),
            none.caches(),
            none.pools(),
            none.exceeded(),
            none.garbage(),
            none.upkeep(),
            none.slow(),
            none.timeline(),
            none.trees(),
            Optional.of(timed));
    return report(contents);
  }

  private static Report report(Contents contents) {
    return new Report(Optional.of(Analyzer.analyze(TestModels.without(contents))), List.of());
  }

  private static String text(Report report) {
    String text = TextReport.render(report, new Style(false, true, ZoneOffset.UTC));
    int start = text.indexOf("TIMED METHODS");
    return start < 0 ? "" : text.substring(start, text.indexOf("\n\n", start));
  }

  @Test
  void text_severalMethods_thoseOfTheMostTimeFirst() {
    var report =
        report(
            TimedMethod.of("com.acme.Catalog.never", 0, MISSING, MISSING, MISSING),
            TimedMethod.of("com.acme.Catalog.fast", 12_345, MISSING, MISSING, MISSING),
            TimedMethod.of("com.acme.Catalog.load", 1_000, 900, 2_000, 3_000_000),
            TimedMethod.of("com.acme.Catalog.walk", 4, 1_000_000, 2_000_000, 5_000_000));

    assertThat(text(report))
        .isEqualTo(
            """
            TIMED METHODS  by the JVM, in all threads, since it began to time them
              method              calls         total     mean  longest
              c.a.Catalog.walk        4       8.00 ms  2.00 ms  5.00 ms
              c.a.Catalog.load    1,000       2.00 ms  2.00 µs  3.00 ms
              c.a.Catalog.fast   12,345  not measured        -        -
              c.a.Catalog.never       0             -        -        -""");
  }

  @Test
  void text_manyMethods_saysHowManyMore() {
    List<TimedMethod> many = new ArrayList<>();
    for (int i = 1; i <= 13; i++) {
      many.add(TimedMethod.of("m" + i, 1, i, i, i));
    }

    assertThat(text(report(many.toArray(TimedMethod[]::new))))
        .contains("  m13 ", "  m4 ")
        .doesNotContain("  m3 ")
        .endsWith("  and 3 more");
  }

  @Test
  void otherFormats_aMethod_haveItsFigures() throws Exception {
    var report =
        report(
            TimedMethod.of("com.acme.Catalog.load", 1_000, 900, 2_000, 3_000_000),
            TimedMethod.of("com.acme.Catalog.never", 0, MISSING, MISSING, MISSING));

    assertThat(MarkdownReport.render(report, List.of()))
        .contains("| `com.acme.Catalog.load` | 1,000 | 2.00 ms | 2.00 µs | 3.00 ms |")
        .contains("| `com.acme.Catalog.never` | 0 | - | - | - |");
    assertThat(HtmlReport.render(report, ZoneOffset.UTC))
        .contains("Methods timed by the JVM", "com.acme.Catalog.load", "3.00 ms");
    assertThat(CsvReport.render(report))
        .contains("\"timedMethods\",\"com.acme.Catalog.load\",\"minNanos\",900\r\n");
    var methods = new ObjectMapper().readTree(JsonReport.render(report)).path("timedMethods");
    assertThat(methods.toString())
        .isEqualTo(
            "[{\"method\":\"com.acme.Catalog.load\",\"calls\":1000,\"timedCalls\":1000,"
                + "\"totalNanos\":2000000,\"minNanos\":900,\"meanNanos\":2000,"
                + "\"maxNanos\":3000000},{\"method\":\"com.acme.Catalog.never\",\"calls\":0}]");
  }

  @Test
  void anyFormat_nothingTimed_saysNothing() {
    Report report = report(TestModels.contents());

    assertThat(text(report)).isEmpty();
    assertThat(MarkdownReport.render(report, List.of())).doesNotContain("timed by the JVM");
    assertThat(HtmlReport.render(report, ZoneOffset.UTC)).doesNotContain("timed by the JVM");
    assertThat(CsvReport.render(report)).doesNotContain("timedMethods");
  }
}
