// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.KeyKind;

final class ScriptTest {

  @Test
  void keystrokes_ofEveryKind_areOneEach() {
    var script =
        Script.of()
            .text("é漢😀")
            .tab()
            .control('a')
            .key(Key.UP)
            .slowKey(Key.LEFT, Duration.ofMillis(1))
            .alt('f')
            .paste("one two")
            .pause(Duration.ofMillis(1))
            .expect("> ")
            .enter();

    assertThat(script.keystrokes())
        .extracting(Keystroke::kind)
        .containsExactly(
            KeyKind.CHARACTER,
            KeyKind.CHARACTER,
            KeyKind.CHARACTER,
            KeyKind.CONTROL,
            KeyKind.CONTROL,
            KeyKind.ESCAPE,
            KeyKind.ESCAPE,
            KeyKind.ESCAPE,
            KeyKind.PASTE,
            KeyKind.CONTROL);
    assertThat(script.keystrokes())
        .extracting(Keystroke::sent)
        .containsExactly(
            "é",
            "漢",
            "😀",
            "\t",
            "\u0001",
            "\u001b[A",
            "\u001b[D",
            "\u001bf",
            "\u001b[200~one two\u001b[201~",
            "\r");
  }

  @Test
  void then_anotherScript_leavesBothAsTheyWere() {
    var first = Script.of().text("a");
    var second = Script.of().text("b");

    var both = first.then(second).enter();

    assertThat(both.keystrokes()).extracting(Keystroke::sent).containsExactly("a", "b", "\r");
    assertThat(first.steps()).hasSize(1);
    assertThat(second.steps()).hasSize(1);
  }

  @Test
  void control_withWhatHasNoControlCharacter_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Script.of().control('1'))
        .withMessageContaining("not with '1'");
  }

  @Test
  void pause_negative_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Script.of().pause(Duration.ofMillis(-1)))
        .withMessageContaining("was PT-0.001S");
  }

  @Test
  void areInApplicationMode_theLastThatWasSaid_counts() {
    assertThat(CursorKeys.areInApplicationMode("")).isFalse();
    assertThat(CursorKeys.areInApplicationMode("\u001b[?1h\u001b=> \u001b[?2004h")).isTrue();
    assertThat(CursorKeys.areInApplicationMode("\u001b[?25;1h")).isTrue();
    assertThat(CursorKeys.areInApplicationMode("\u001b[?12h\u001b[1h")).isFalse();
    assertThat(CursorKeys.areInApplicationMode("\u001b[?1h> \u001b[?1l\u001b>")).isFalse();
  }

  @Test
  void toString_ofAKeystroke_hasNothingThatATerminalWouldActUpon() {
    assertThat(Key.UP.keystroke()).hasToString("escape sequence \"\\e[A\"");
    assertThat(Keystroke.ofControl('c')).hasToString("control \"\\x03\"");
  }
}
