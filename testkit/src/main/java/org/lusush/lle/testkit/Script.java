// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody types on a terminal, as data: the same script can be typed on any {@link
 * TypedTerminal}. Immutable; every method returns a new script that goes on where this one ends.
 *
 * <pre>{@code
 * var script = Script.of().text("select * from cus").tab().key(Key.UP).enter();
 * }</pre>
 */
public final class Script {

  private static final Script EMPTY = new Script(List.of());

  private final List<Step> steps;

  /** One thing that the typist does. */
  public sealed interface Step permits Press, Pause, Expectation {}

  /**
   * Presses a key.
   *
   * @param keystroke the key
   * @param halt how long nothing comes after the first character of what it sends, as over a slow
   *     line; zero if all comes at once
   */
  public record Press(Keystroke keystroke, Duration halt) implements Step {
    public Press {
      requireNonNull(keystroke, "keystroke");
      requireNotNegative(halt);
    }
  }

  /** Does nothing for a while. */
  public record Pause(Duration duration) implements Step {
    public Pause {
      requireNotNegative(duration);
    }
  }

  /** Waits until the screen shows a text, after the keystroke before. */
  public record Expectation(String text) implements Step {
    public Expectation {
      requireNonNull(text, "text");
    }
  }

  private Script(List<Step> steps) {
    this.steps = steps;
  }

  /** Returns a script of nothing. */
  public static Script of() {
    return EMPTY;
  }

  /** Types a text: each of its Unicode characters is a key, in whatever number of bytes. */
  public Script text(String text) {
    var more = new ArrayList<>(steps);
    text.codePoints()
        .mapToObj(Keystroke::ofCharacter)
        .map(keystroke -> new Press(keystroke, Duration.ZERO))
        .forEach(more::add);
    return new Script(List.copyOf(more));
  }

  /** Presses a key. */
  public Script key(Key key) {
    return press(key.keystroke());
  }

  /** Presses a key whose sequence comes in two parts, as over a slow line. */
  public Script slowKey(Key key, Duration halt) {
    return and(new Press(key.keystroke(), halt));
  }

  /** Presses Tab. */
  public Script tab() {
    return key(Key.TAB);
  }

  /** Presses Enter. */
  public Script enter() {
    return key(Key.ENTER);
  }

  /** Presses a key together with Ctrl, such as {@code control('a')}. */
  public Script control(char letter) {
    return press(Keystroke.ofControl(letter));
  }

  /** Presses a key together with Alt. */
  public Script alt(int codePoint) {
    return press(Keystroke.ofAlt(codePoint));
  }

  /** Pastes a text: one keystroke, which the terminal marks as a paste. */
  public Script paste(String text) {
    return press(Keystroke.ofPaste(text));
  }

  /** Does nothing for a while, beside the pace of typing. */
  public Script pause(Duration duration) {
    return and(new Pause(duration));
  }

  /**
   * Types on when the screen shows a text, written after the last keystroke began: such as the next
   * prompt. The terminal's patience says how long it waits.
   */
  public Script expect(String text) {
    return and(new Expectation(text));
  }

  /** Does what another script says. */
  public Script then(Script next) {
    var more = new ArrayList<>(steps);
    more.addAll(next.steps);
    return new Script(List.copyOf(more));
  }

  /** Presses a key. */
  public Script press(Keystroke keystroke) {
    return and(new Press(keystroke, Duration.ZERO));
  }

  /** Returns what is done, in order. */
  public List<Step> steps() {
    return steps;
  }

  /** Returns the keystrokes that it has, in order. */
  public List<Keystroke> keystrokes() {
    return steps.stream()
        .filter(Press.class::isInstance)
        .map(step -> ((Press) step).keystroke())
        .toList();
  }

  private Script and(Step step) {
    var more = new ArrayList<>(steps);
    more.add(step);
    return new Script(List.copyOf(more));
  }

  private static void requireNotNegative(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a pause is not negative, was " + duration);
    }
  }
}
