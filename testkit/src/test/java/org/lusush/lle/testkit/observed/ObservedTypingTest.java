// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lusush.lle.testkit.Key;
import org.lusush.lle.testkit.Script;
import org.lusush.lle.testkit.observed.ObservedShell.Trait;

/** The same scripts, on a terminal in this process and on a pseudo-terminal: to the key. */
final class ObservedTypingTest {

  private static final Duration PACE = Duration.ofMillis(15);

  static final Script SESSION =
      Script.of()
          .text("select é, 漢, '😀' from cus")
          .tab()
          .key(Key.LEFT)
          .key(Key.HOME)
          .key(Key.END)
          .key(Key.BACKSPACE)
          .enter()
          .expect(ObservedShell.PROMPT)
          .key(Key.UP)
          .key(Key.DOWN)
          .key(Key.UP)
          .control('a')
          .text("x")
          .paste(
              "one two é 漢 😀 three, in all longer than JLine takes at once: sixty-four characters")
          .alt('f')
          .enter()
          .expect(ObservedShell.PROMPT);

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void session_typedAtAPace_isAsManyKeystrokesAsTyped(Observed.On on) throws Exception {
    var observed = on.run(directory, Set.of(), terminal -> terminal.type(SESSION, PACE));

    assertThat(observed.typed()).hasSize(SESSION.keystrokes().size() + "exit\r".length());
    assertThat(observed.recordedKinds()).isEqualTo(observed.typedKinds());
    assertThat(observed.commands()).contains("expand-or-complete", "begin-paste", "forward-word");
    assertThat(observed.screen()).contains(ObservedShell.PLAIN);
  }

  @ParameterizedTest
  @EnumSource
  void session_typedAtOnce_isAsManyKeystrokesAsTyped(Observed.On on) throws Exception {
    var observed = on.run(directory, Set.of(), terminal -> terminal.type(SESSION));

    assertThat(observed.recordedKinds()).isEqualTo(observed.typedKinds());
  }

  @ParameterizedTest
  @EnumSource
  void resizes_whileALineIsEdited_areNoKeystrokesAndLengthenNone(Observed.On on) throws Exception {
    var idle = Duration.ofMillis(150);
    int resizes = 8;

    var observed =
        on.run(
            directory,
            Set.of(),
            terminal -> {
              for (int i = 0; i < resizes; i++) {
                terminal.type(Script.of().text("x"), PACE);
                terminal.awaitTyped(Observed.PATIENCE);
                TimeUnit.NANOSECONDS.sleep(idle.toNanos());
                int from = terminal.screen().length();
                terminal.resize(60 + i, 20);
                terminal.await(ObservedShell.PROMPT, from, Observed.PATIENCE);
              }
              terminal.type(Script.of().enter().expect(ObservedShell.PROMPT));
            });

    assertThat(observed.recordedKinds()).isEqualTo(observed.typedKinds());
    assertThat(observed.busy()).isLessThan(idle.multipliedBy(resizes).dividedBy(2));
  }

  @ParameterizedTest
  @EnumSource
  void printAbove_ofAnotherThread_isNoKeystrokeAndLengthensNone(Observed.On on) throws Exception {
    var pace = Duration.ofMillis(120);
    var script = Script.of().text("select 1").enter().expect(ObservedShell.PROMPT);

    var observed =
        on.run(
            directory,
            Set.of(Trait.PRINTS_ABOVE),
            terminal -> {
              terminal.type(script, pace);
              terminal.awaitTyped(Observed.PATIENCE);
              assertThat(terminal.screen().split("news", -1)).hasSizeGreaterThan(20);
            });

    assertThat(observed.recordedKinds()).isEqualTo(observed.typedKinds());
    assertThat(observed.busy())
        .isLessThan(pace.multipliedBy(script.keystrokes().size()).dividedBy(2));
  }

  @ParameterizedTest
  @EnumSource
  void pauses_betweenKeysAndInsideThem_areInNoKeystroke(Observed.On on) throws Exception {
    var pause = Duration.ofMillis(300);
    var script =
        Script.of()
            .text("a")
            .pause(pause)
            .text("b")
            .slowKey(Key.LEFT, pause)
            .slowKey(Key.RIGHT, pause)
            .pause(pause)
            .enter()
            .expect(ObservedShell.PROMPT);

    var observed = on.run(directory, Set.of(), terminal -> terminal.type(script, PACE));

    assertThat(observed.recordedKinds()).isEqualTo(observed.typedKinds());
    assertThat(observed.busy()).isLessThan(pause);
  }

  /** In vi's way of editing, where JLine waits for a second whether an Escape is all there is. */
  @ParameterizedTest
  @EnumSource
  void escape_thatMayBeTheStartOfAnotherKey_doesNotCountTheWait(Observed.On on) throws Exception {
    var pause = Duration.ofMillis(1_500);
    var script =
        Script.of()
            .text("ab")
            .key(Key.ESCAPE)
            .pause(pause)
            .text("ix")
            .slowKey(Key.RIGHT, Duration.ofMillis(300))
            .enter()
            .expect(ObservedShell.PROMPT);

    var observed = on.run(directory, Set.of(Trait.VI), terminal -> terminal.type(script, PACE));

    assertThat(observed.recordedKinds()).isEqualTo(observed.typedKinds());
    assertThat(observed.commands()).contains("vi-cmd-mode", "vi-insert");
    assertThat(observed.busy()).isLessThan(pause.dividedBy(3));
  }
}
