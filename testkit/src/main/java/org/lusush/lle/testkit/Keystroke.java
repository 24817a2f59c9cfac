// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit;

import static java.util.Objects.requireNonNull;

import org.lusush.lle.events.KeyKind;

/**
 * One press of a key, or one paste: what a person thinks of as one, however many bytes it is.
 *
 * @param kind what sort of key it is, in the words of the recordings
 * @param sent what a terminal sends for it
 * @param sentInApplicationMode what it sends while the editor has its cursor keys in application
 *     mode, which most editors have while they read a line; mostly the same
 */
public record Keystroke(KeyKind kind, String sent, String sentInApplicationMode) {

  private static final String PASTE_BEGIN = "\u001b[200~";
  private static final String PASTE_END = "\u001b[201~";
  private static final int DELETE = 127;

  public Keystroke {
    requireNonNull(kind, "kind");
    if (sent.isEmpty() || sentInApplicationMode.isEmpty()) {
      throw new IllegalArgumentException("a keystroke sends something");
    }
  }

  /** Returns the press of the key for a character, whatever number of bytes it is in UTF-8. */
  public static Keystroke ofCharacter(int codePoint) {
    var kind = codePoint < ' ' || codePoint == DELETE ? KeyKind.CONTROL : KeyKind.CHARACTER;
    return of(kind, Character.toString(codePoint));
  }

  /**
   * Returns the press of a key together with Ctrl.
   *
   * @param letter a letter, of whatever case, or one of {@code @[\]^_}
   */
  public static Keystroke ofControl(char letter) {
    char upper = Character.toUpperCase(letter);
    if (upper < '@' || upper > '_') {
      throw new IllegalArgumentException(
          "Ctrl goes with the characters from '@' to '_', not with '" + letter + "'");
    }
    return of(KeyKind.CONTROL, Character.toString(upper - '@'));
  }

  /** Returns the press of a key together with Alt, as a terminal sends it: after an Escape. */
  public static Keystroke ofAlt(int codePoint) {
    return of(KeyKind.ESCAPE, "\u001b" + Character.toString(codePoint));
  }

  /** Returns a paste, marked as a terminal does whose editor has asked for it. */
  public static Keystroke ofPaste(String text) {
    return of(KeyKind.PASTE, PASTE_BEGIN + requireNonNull(text, "text") + PASTE_END);
  }

  private static Keystroke of(KeyKind kind, String sent) {
    return new Keystroke(kind, sent, sent);
  }

  /** Returns what a terminal sends for it in a mode. */
  public String sent(boolean applicationMode) {
    return applicationMode ? sentInApplicationMode : sent;
  }

  /** Returns it in words, for the messages of a test. */
  @Override
  public String toString() {
    return kind.label() + " " + Printable.of(sent);
  }
}
