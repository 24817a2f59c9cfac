// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.analyzer.live.LiveNews;
import org.lusush.lle.analyzer.live.LiveSnapshot;
import org.lusush.lle.analyzer.report.LiveColumn;
import org.lusush.lle.analyzer.report.LiveReport;
import org.lusush.lle.analyzer.report.LiveView;
import org.lusush.lle.analyzer.report.Style;
import org.lusush.lle.analyzer.screen.Key;

final class TopViewTest {

  private static final Style STYLE = new Style(false, true, ZoneOffset.UTC);

  private final TopView top = new TopView(LiveView.of(80, 24, LiveColumn.CALLS), STYLE);

  private void type(char character) {
    top.press(new Key(Key.Kind.CHARACTER, character));
  }

  @Test
  void press_s_sortsByTheNextColumnAndComesAround() {
    for (LiveColumn ignored : LiveColumn.values()) {
      LiveColumn before = top.view().sort();
      type('s');
      assertThat(top.view().sort()).isEqualTo(before.next()).isNotEqualTo(before);
    }

    assertThat(top.view().sort()).isEqualTo(LiveColumn.CALLS);
  }

  @ParameterizedTest
  @ValueSource(chars = {'r', 'p', 'h', '?'})
  void press_twice_isAsBefore(char key) {
    LiveView before = top.view();

    type(key);
    assertThat(top.view()).isNotEqualTo(before);
    type(key);

    assertThat(top.view()).isEqualTo(before);
    assertThat(top.hasQuit()).isFalse();
  }

  @Test
  void press_arrowsWithoutOperations_stayAtTheTop() {
    for (var kind : new Key.Kind[] {Key.Kind.DOWN, Key.Kind.PAGE_DOWN, Key.Kind.END, Key.Kind.UP}) {
      top.press(new Key(kind, 0));
    }

    assertThat(top.view().scrolled()).isZero();
  }

  @Test
  void press_pageDown_showsWhatWasJustBelow() {
    top.hear(new LiveNews.Figures(snapshot(40)));
    int shown = lastShown() - firstShown() + 1;
    assertThat(shown).isLessThan(40);

    int last = lastShown();
    top.press(new Key(Key.Kind.PAGE_DOWN, 0));

    assertThat(firstShown()).isEqualTo(last + 1);
    top.press(new Key(Key.Kind.PAGE_UP, 0));
    assertThat(firstShown()).isEqualTo(1);
  }

  @Test
  void press_upAfterEnd_movesAtOnce() {
    top.hear(new LiveNews.Figures(snapshot(40)));

    top.press(new Key(Key.Kind.END, 0));
    int first = firstShown();
    assertThat(lastShown()).isEqualTo(40);
    top.press(new Key(Key.Kind.UP, 0));

    assertThat(firstShown()).isEqualTo(first - 1);
  }

  private int firstShown() {
    return shown(1);
  }

  private int lastShown() {
    return shown(2);
  }

  private int shown(int end) {
    var foot = LiveReport.render(snapshot(40), top.view(), STYLE).get(23);
    var matcher = Pattern.compile("(\\d+)-(\\d+) of 40$").matcher(foot);
    assertThat(matcher.find()).as(foot).isTrue();
    return Integer.parseInt(matcher.group(end));
  }

  @Test
  void listen_nothingForThreeIntervals_isSilentUntilFiguresCome() {
    top.listen(Duration.ofMinutes(1));
    assertThat(top.view().silence()).isZero(); // it has not begun yet

    top.hear(new LiveNews.Figures(snapshot(1)));
    top.listen(Duration.ofSeconds(2));
    assertThat(top.view().silence()).isZero();
    top.listen(Duration.ofSeconds(4));
    assertThat(top.view().silence()).isEqualTo(Duration.ofSeconds(4));
    top.listen(Duration.ofMillis(10));

    assertThat(top.view().silence()).isZero();
  }

  private static LiveSnapshot snapshot(int operations) {
    var none = new LiveSnapshot.Keys(0, 0, 0, 0, 0, 1);
    return new LiveSnapshot(
        1,
        Instant.EPOCH,
        Optional.empty(),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        none,
        none,
        IntStream.range(0, operations).mapToObj(TopViewTest::operation).toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        0);
  }

  private static LiveSnapshot.Operation operation(int i) {
    return new LiveSnapshot.Operation("operation " + i, 1, 1, 1, 1, 1, 0, 0, "stable", List.of(1L));
  }

  @Test
  void press_qOrInterrupt_quits() {
    type('x');
    assertThat(top.hasQuit()).isFalse();

    type('q');

    assertThat(top.hasQuit()).isTrue();
  }
}
