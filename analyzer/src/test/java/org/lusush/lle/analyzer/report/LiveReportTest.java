// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.analyzer.live.LiveSnapshot;
import org.lusush.lle.analyzer.live.LiveSnapshot.Aim;
import org.lusush.lle.analyzer.live.LiveSnapshot.Alert;
import org.lusush.lle.analyzer.live.LiveSnapshot.Cache;
import org.lusush.lle.analyzer.live.LiveSnapshot.Keys;
import org.lusush.lle.analyzer.live.LiveSnapshot.Operation;
import org.lusush.lle.analyzer.live.LiveSnapshot.Pool;
import org.lusush.lle.analyzer.live.LiveSnapshot.Shell;
import org.lusush.lle.analyzer.live.LiveSnapshot.Target;

final class LiveReportTest {

  private static final Instant AT = Instant.parse("2026-11-24T22:03:48Z");
  private static final Style PLAIN = new Style(false, true, ZoneOffset.UTC);
  private static final Style ASCII = new Style(false, false, ZoneOffset.UTC);
  private static final Style COLORS = new Style(true, true, ZoneOffset.UTC);

  /** By each of these, the operations made here are in their order. */
  private static final Set<LiveColumn> AS_MADE =
      Set.of(LiveColumn.CALLS, LiveColumn.P50, LiveColumn.P99, LiveColumn.MAX, LiveColumn.SELF);

  private static final List<String> NAMES =
      List.of(
          "display render",
          "terminal output",
          "completion generate",
          "syntax highlight",
          "buffer insert",
          "history search",
          "cache lookup",
          "memory allocate",
          "event processing",
          "autosuggestion");

  /** A shell in the midst of its work; each operation half as slow as the one before. */
  private static LiveSnapshot busy() {
    return new LiveSnapshot(
        4711,
        AT,
        Optional.of(
            new Shell(
                "demo-shell",
                "JLine 3.30.6",
                "xterm-256color",
                100,
                30,
                AT.minusSeconds(312),
                1,
                1_234,
                56,
                0,
                2)),
        Duration.ofMillis(1_001),
        Duration.ofMillis(59_990),
        new Keys(12, 11.99, 1_110_000, 4_910_000, 5_000_000, 1),
        new Keys(301, 5.02, 1_200_000, 25_900_000, 150_000_000, 0.985),
        IntStream.range(0, NAMES.size()).mapToObj(LiveReportTest::operation).toList(),
        List.of(new Cache("existing paths", 19.5, 30, 18), new Cache("words", 0, 0, 0)),
        List.of(new Pool("line builders", 33.1, 52, 52)),
        List.of(
            new Target(Aim.RESPONSE, 500_000, Optional.of(43_200.0)),
            new Target(Aim.KEYSTROKE_P99, 20_000_000, Optional.of(25_900_000.0)),
            new Target(Aim.KEYSTROKE_MAX, 100_000_000, Optional.of(150_000_000.0)),
            new Target(Aim.HIT_RATE, 0.9, Optional.empty()),
            new Target(Aim.ERROR_RATE, 0.001, Optional.of(0.0))),
        IntStream.range(0, 12).mapToObj(LiveReportTest::alert).toList(),
        40,
        0);
  }

  private static Operation operation(int i) {
    long p99 = 4_000_000 >> i;
    return new Operation(
        NAMES.get(i),
        40.0 - i,
        2_400 - 60L * i,
        p99 / 4,
        p99,
        p99 * 2,
        i % 3,
        0.5 / (1 << i),
        List.of("stable", "degrading", "volatile").get(i % 3),
        LongStream.range(0, 60)
            .map(second -> second % 7 == i % 7 ? 0 : p99 * second / 60)
            .boxed()
            .toList());
  }

  private static Alert alert(int i) {
    return new Alert(
        AT.minusSeconds(i),
        i % 2 == 0 ? "critical" : "warning",
        i % 2 == 0 ? "keystroke" : "display render",
        i % 2 == 0 ? "expand-or-complete" : "",
        25_900_000L - i,
        20_000_000);
  }

  private static LiveSnapshot nothing() {
    var none = new Keys(0, 0, 0, 0, 0, 1);
    return new LiveSnapshot(
        4711,
        AT,
        Optional.empty(),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        none,
        none,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        0);
  }

  private static String frame(LiveSnapshot snapshot, LiveView view, Style style) {
    return String.join("\n", LiveReport.render(snapshot, view, style)) + "\n";
  }

  private static LiveView screen(int columns, int rows) {
    return LiveView.of(columns, rows, LiveColumn.SELF);
  }

  @Test
  void render_screensOfAllSizes_areAsBefore() throws IOException {
    Golden.assertEquals("top-100.txt", frame(busy(), screen(100, LiveView.UNLIMITED), PLAIN));
    Golden.assertEquals("top-120x40.txt", frame(busy(), screen(120, 40), PLAIN));
    Golden.assertEquals("top-80x24.txt", frame(busy(), screen(80, 24), PLAIN));
    Golden.assertEquals("top-60x15.txt", frame(busy(), screen(60, 15), PLAIN));
    Golden.assertEquals("top-80x24-ascii.txt", frame(busy(), screen(80, 24), ASCII));
    Golden.assertEquals("top-nothing.txt", frame(nothing(), screen(80, 24), PLAIN));
  }

  @Test
  void render_anySize_fitsTheScreen() {
    for (int columns = 1; columns <= 130; columns += 3) {
      for (int rows = 1; rows <= 45; rows += 2) {
        int width = columns;
        for (LiveView view : List.of(screen(columns, rows), screen(columns, rows).withHelp(true))) {
          List<String> lines = LiveReport.render(busy(), view, PLAIN);
          assertThat(lines).hasSizeLessThanOrEqualTo(rows);
          assertThat(lines).allMatch(line -> Width.of(line) <= width, "fits " + width);
        }
      }
    }
  }

  @Test
  void render_tallScreen_isFilledToItsLastRow() {
    for (int rows = 12; rows <= 60; rows++) {
      List<String> lines = LiveReport.render(busy(), screen(80, rows), PLAIN);
      assertThat(lines).hasSize(rows);
      assertThat(lines.get(rows - 1)).startsWith("q quit");
    }
  }

  @Test
  void render_narrowScreen_dropsWholeColumns() {
    String line =
        LiveReport.render(busy(), screen(60, 40), PLAIN).stream()
            .filter(l -> l.startsWith("operation"))
            .findFirst()
            .orElseThrow();

    assertThat(line).contains("calls/s", "p99", "self").doesNotContain("trend", "errors", "…");
  }

  @ParameterizedTest
  @EnumSource(LiveColumn.class)
  void render_narrowScreen_keepsTheColumnThatIsSortedBy(LiveColumn column) {
    List<String> lines = LiveReport.render(busy(), LiveView.of(60, 40, column), PLAIN);

    assertThat(lines).anyMatch(line -> line.startsWith("operation") && line.contains("▼"));
  }

  @ParameterizedTest
  @EnumSource(LiveColumn.class)
  void render_sorted_hasItsRowsInOrderAndReversedInTheOther(LiveColumn column) {
    LiveView view = LiveView.of(120, 60, column);

    List<String> rows = operations(view);
    List<String> reversed = operations(view.withReversed(true));

    assertThat(rows).containsExactlyInAnyOrderElementsOf(NAMES);
    if (column == LiveColumn.ERRORS || column == LiveColumn.TREND) { // which has equals
      assertThat(rows.get(0)).isNotEqualTo(reversed.get(0));
    } else {
      Collections.reverse(reversed);
      assertThat(rows).isEqualTo(reversed);
    }
    if (column == LiveColumn.OPERATION) {
      assertThat(rows).isSorted();
    } else if (AS_MADE.contains(column)) {
      assertThat(rows).isEqualTo(NAMES);
    }
  }

  /** Returns the names of the operations in the order in which they are shown. */
  private static List<String> operations(LiveView view) {
    var shown =
        LiveReport.render(busy(), view, PLAIN).stream()
            .flatMap(line -> NAMES.stream().filter(name -> line.startsWith(name + " ")))
            .toList();
    return new ArrayList<>(shown);
  }

  @Test
  void render_scrolled_beginsLaterButNeverPastTheEnd() {
    LiveView view = screen(60, 15);
    int fitting = operations(view).size();
    assertThat(fitting).isLessThan(NAMES.size());

    assertThat(operations(view.withScrolled(2))).startsWith(NAMES.get(2)).hasSize(fitting);
    assertThat(operations(view.withScrolled(1_000)))
        .endsWith(NAMES.get(NAMES.size() - 1))
        .hasSize(fitting);
  }

  @Test
  void render_notAllOperations_saysWhich() {
    int fitting = operations(screen(60, 15)).size();

    assertThat(foot(screen(60, 15).withScrolled(2)))
        .endsWith("3-" + (2 + fitting) + " of " + NAMES.size());
    assertThat(foot(screen(80, 60))).doesNotContain(" of ");
  }

  private static String foot(LiveView view) {
    List<String> lines = LiveReport.render(busy(), view, PLAIN);
    return lines.get(lines.size() - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 15, 24, 40, 80})
  void page_anyHeight_isWhatIsShown(int rows) {
    LiveView view = screen(80, rows);

    assertThat(LiveReport.page(busy(), view, PLAIN)).isEqualTo(operations(view).size());
    assertThat(LiveReport.page(busy(), view.withHelp(true), PLAIN))
        .isEqualTo(operations(view).size());
  }

  @Test
  void render_lowScreen_hasNoTitlesWithoutFigures() {
    for (int rows = 5; rows < 20; rows++) {
      List<String> lines = LiveReport.render(busy(), screen(80, rows), PLAIN);
      boolean titled = lines.stream().anyMatch(line -> line.startsWith("keystrokes   "));

      assertThat(lines.stream().anyMatch(line -> line.startsWith("now"))).isEqualTo(titled);
    }
  }

  @Test
  void render_silentShell_saysForHowLong() {
    LiveView view = screen(80, 24).withSilence(Duration.ofMillis(7_100));

    assertThat(frame(busy(), view, PLAIN)).contains("SILENT for 7 s").doesNotContain("every 1 s");
    assertThat(frame(busy(), view.withPaused(true), PLAIN))
        .contains("PAUSED")
        .doesNotContain("SILENT");
  }

  @Test
  void render_shellSomeSecondsOld_hasWholeSeconds() {
    assertThat(frame(youngerBy(303), screen(80, 24), PLAIN)).contains("up 9 s");
    assertThat(frame(youngerBy(0), screen(80, 24), PLAIN)).contains("up 5 min 12 s");
  }

  private static LiveSnapshot youngerBy(long seconds) {
    LiveSnapshot busy = busy();
    return new LiveSnapshot(
        busy.pid(),
        busy.at().minusSeconds(seconds),
        busy.shell(),
        busy.interval(),
        busy.window(),
        busy.now(),
        busy.lately(),
        busy.operations(),
        busy.caches(),
        busy.pools(),
        busy.targets(),
        busy.alerts(),
        busy.alertCount(),
        busy.unreadable());
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 120})
  void render_help_isCutNowhere(int columns) {
    LiveView view = screen(columns, 50).withHelp(true);

    List<String> lines = LiveReport.render(busy(), view, PLAIN);

    assertThat(lines.subList(2, lines.size())).noneMatch(line -> line.contains("…"));
    String words = String.join(" ", lines).replaceAll(" +", " ");
    assertThat(words)
        .contains("figures stand still, nothing is missed meanwhile")
        .contains("Nothing that is typed is recorded or shown.");
    assertThat(lines.get(lines.size() - 1)).startsWith("q quit");
  }

  @Test
  void render_withoutColors_hasNoEscapes() {
    assertThat(frame(busy(), screen(100, LiveView.UNLIMITED), PLAIN)).doesNotContain("\u001b");
    assertThat(frame(busy(), screen(100, LiveView.UNLIMITED), COLORS)).contains("\u001b[31m");
  }

  @Test
  void render_ascii_hasNothingElse() {
    assertThat(frame(busy(), screen(120, 40), ASCII).chars()).allMatch(c -> c < 0x80);
  }

  @Test
  void sparkline_moreThanFit_endsWithTheNewest() {
    assertThat(Sparkline.of(List.of(9L, 0L, 1L, 8L), 3, true)).isEqualTo(" ▁█");
    assertThat(Sparkline.of(List.of(4L), 3, true)).isEqualTo("  █");
    assertThat(Sparkline.of(List.of(), 2, true)).isEqualTo("  ");
  }
}
