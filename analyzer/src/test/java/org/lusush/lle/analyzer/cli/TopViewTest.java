// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.analyzer.report.LiveColumn;
import org.lusush.lle.analyzer.report.LiveView;
import org.lusush.lle.analyzer.report.Style;
import org.lusush.lle.analyzer.screen.Key;

final class TopViewTest {

  private final TopView top =
      new TopView(LiveView.of(80, 24, LiveColumn.CALLS), new Style(false, true, ZoneOffset.UTC));

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
  void press_qOrInterrupt_quits() {
    type('x');
    assertThat(top.hasQuit()).isFalse();

    type('q');

    assertThat(top.hasQuit()).isTrue();
  }
}
