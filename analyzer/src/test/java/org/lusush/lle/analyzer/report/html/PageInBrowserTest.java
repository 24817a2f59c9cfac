// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lusush.lle.analyzer.Analyzer;
import org.lusush.lle.analyzer.HostileModels;
import org.lusush.lle.analyzer.TestModels;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.report.Report;
import org.openqa.selenium.Keys;

/** The page as a browser shows it. */
final class PageInBrowserTest {

  @TempDir private static Path folder;

  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.start(folder.resolve("user"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private static void open(Report report, int width, String colors) throws IOException {
    Path page = folder.resolve("report.html");
    Files.writeString(page, HtmlReport.render(report, ZoneOffset.UTC));
    browser.open(page, width, 900, colors);
  }

  private static Report everything() {
    var gap = new Gap(Gap.Kind.EVENTS_LOST, "the JVM lost 5 bytes of events");
    return new Report(Optional.of(Analyzer.analyze(TestModels.recording(gap))), List.of());
  }

  @Test
  void charts_ofEverything_areDrawnWithoutComplaint() throws IOException {
    open(everything(), 1280, "light");

    long charts = browser.count("document.querySelectorAll('.chart').length");
    assertThat(charts).isGreaterThanOrEqualTo(5);
    assertThat(
            browser.count(
                "[...document.querySelectorAll('.chart')].filter(c => c.querySelectorAll("
                    + "'svg[viewBox] path, svg[viewBox] rect').length > 2).length"))
        .isEqualTo(charts);
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "1280, dark", "390, light"})
  void page_anyWidthAndColors_isAccessibleAndFits(int width, String colors) throws IOException {
    open(everything(), width, colors);

    assertThat(browser.accessibilityFaults()).isEmpty();
    assertThat(browser.count("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    assertThat(
            browser.count(
                "[...document.querySelectorAll('.chart > svg text')].filter(t => {"
                    + " const r = t.getBoundingClientRect();"
                    + " return r.left < 0 || r.right > innerWidth; }).length"))
        .isZero();
  }

  @Test
  void keyboard_alone_reachesEveryChartAndItsPoints() throws IOException {
    open(everything(), 1280, "light");

    browser.run("document.querySelector('.chart').focus()");
    browser.press(Keys.END);
    assertThat(browser.run("return document.getElementById('tip').textContent"))
        .asString()
        .startsWith("score: ");
    browser.press(Keys.ARROW_LEFT);
    assertThat(browser.run("return document.getElementById('tip').textContent"))
        .asString()
        .startsWith("hot spots: ");
    browser.press(Keys.ESCAPE);
    assertThat(browser.run("return document.getElementById('tip').hidden")).isEqualTo(true);
    assertThat(
            browser.count(
                "[...document.querySelectorAll('.chart, .scroll')]"
                    + ".filter(e => e.tabIndex !== 0).length"))
        .isZero();
    browser.press(Keys.TAB);
    assertThat(browser.run("return document.activeElement.tagName")).isEqualTo("SUMMARY");
  }

  @Test
  void colors_buttonPressed_change() throws IOException {
    open(everything(), 1280, "dark");
    Object dark = browser.run("return getComputedStyle(document.body).backgroundColor");

    browser.run("document.getElementById('theme').focus()");
    browser.press(Keys.ENTER);

    assertThat(browser.run("return document.getElementById('theme').textContent"))
        .isEqualTo("Dark colors");
    assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
        .isNotEqualTo(dark);
  }

  @Test
  void page_hostileText_isShownAndDoesNothing() throws IOException {
    open(HostileModels.report(HostileModels.TEXT), 1280, "light");

    assertThat(browser.run("return document.body.textContent"))
        .asString()
        .contains("</script><script>alert(1)</script>");
    assertThat(browser.count("document.querySelectorAll('img').length")).isZero();
    assertThat(browser.count("document.scripts.length")).isEqualTo(3);
    assertThat(browser.complaints()).isEmpty();
  }

  private static void open(Judgement judgement, int width, String colors) throws IOException {
    Path page = folder.resolve("verdict.html");
    Files.writeString(page, JudgementPage.render(judgement));
    browser.open(page, width, 900, colors);
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "1280, dark", "390, light"})
  void verdict_anyWidthAndColors_isDrawnAccessibleAndFits(int width, String colors)
      throws IOException {
    open(JudgementPageTest.regression(), width, colors);

    long charts = browser.count("document.querySelectorAll('.chart').length");
    assertThat(charts).isGreaterThanOrEqualTo(3);
    assertThat(
            browser.count(
                "[...document.querySelectorAll('.chart')].filter(c => c.querySelectorAll("
                    + "'svg[viewBox] path, svg[viewBox] circle').length > 4).length"))
        .isEqualTo(charts);
    assertThat(browser.count("document.querySelectorAll('.chart .mark.bad').length")).isPositive();
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.accessibilityFaults()).isEmpty();
    assertThat(browser.count("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    assertThat(
            browser.count(
                "[...document.querySelectorAll('.chart > svg text')].filter(t => {"
                    + " const r = t.getBoundingClientRect();"
                    + " return r.left < 0 || r.right > innerWidth; }).length"))
        .isZero();
  }

  @Test
  void verdict_keyboardAlone_tellsTheShiftsAndTheNights() throws IOException {
    open(JudgementPageTest.regression(), 1280, "light");

    browser.run("document.querySelector('.chart[data-kind=effects]').focus()");
    browser.press(Keys.HOME);
    assertThat(browser.run("return document.getElementById('tip').textContent"))
        .asString()
        .startsWith("p50 of completion search: +");
    browser.run("document.querySelector('.chart[data-kind=nights]').focus()");
    browser.press(Keys.END);
    assertThat(browser.run("return document.getElementById('tip').textContent"))
        .asString()
        .startsWith("2026-11-14: ");
  }

  @Test
  void verdict_passOrInconclusive_isDrawnWithoutComplaint() throws IOException {
    for (var judgement : List.of(JudgementPageTest.pass(), JudgementPageTest.inconclusive())) {
      open(judgement, 1280, "light");

      assertThat(browser.run("return document.documentElement.dataset.drawn")).isEqualTo("true");
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.accessibilityFaults()).isEmpty();
    }
  }

  @Test
  void verdict_hostileText_isShownAndDoesNothing() throws IOException {
    open(JudgementPageTest.hostile(), 1280, "light");

    assertThat(browser.run("return document.body.textContent"))
        .asString()
        .contains("</script><script>alert(1)</script>");
    assertThat(browser.count("document.querySelectorAll('img').length")).isZero();
    assertThat(browser.count("document.scripts.length")).isEqualTo(3);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void page_nothingRecorded_isDrawnWithoutComplaint() throws IOException {
    var analysis = Analyzer.analyze(TestModels.without(Contents.NONE));
    open(new Report(Optional.of(analysis), List.of()), 1280, "light");

    assertThat(browser.run("return document.documentElement.dataset.drawn")).isEqualTo("true");
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.accessibilityFaults()).isEmpty();
  }
}
