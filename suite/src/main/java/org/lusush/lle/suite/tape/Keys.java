// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.tape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lusush.lle.events.KeyKind;
import org.lusush.lle.testkit.Key;
import org.lusush.lle.testkit.Keystroke;

/** The keys that have a name in a tape. */
final class Keys {

  private static final Map<String, Keystroke> NAMED = named();

  private static final String CTRL = "Ctrl+";
  private static final String ALT = "Alt+";

  private Keys() {}

  private static Map<String, Keystroke> named() {
    Map<String, Keystroke> keys = new LinkedHashMap<>();
    keys.put("Enter", Key.ENTER.keystroke());
    keys.put("Tab", Key.TAB.keystroke());
    keys.put("Space", Keystroke.ofCharacter(' '));
    keys.put("Backspace", Key.BACKSPACE.keystroke());
    keys.put("Delete", Key.DELETE.keystroke());
    keys.put("Insert", Key.INSERT.keystroke());
    keys.put("Escape", Key.ESCAPE.keystroke());
    keys.put("Up", Key.UP.keystroke());
    keys.put("Down", Key.DOWN.keystroke());
    keys.put("Left", Key.LEFT.keystroke());
    keys.put("Right", Key.RIGHT.keystroke());
    keys.put("Home", Key.HOME.keystroke());
    keys.put("End", Key.END.keystroke());
    keys.put("PageUp", Key.PAGE_UP.keystroke());
    keys.put("PageDown", Key.PAGE_DOWN.keystroke());
    keys.put("Shift+Tab", new Keystroke(KeyKind.ESCAPE, "\u001b[Z", "\u001b[Z"));
    return keys;
  }

  static List<String> names() {
    return List.copyOf(NAMED.keySet());
  }

  /** Returns whether a word is meant to be a key together with another. */
  static boolean isCombined(String word) {
    return word.startsWith(CTRL) || word.startsWith(ALT);
  }

  /** Returns a key by its name, such as {@code Up}, {@code Ctrl+R} or {@code Alt+b}. */
  static Optional<Keystroke> find(String name) {
    if (NAMED.containsKey(name)) {
      return Optional.of(NAMED.get(name));
    }
    if (name.startsWith(CTRL + ALT)) {
      return control(name.substring(CTRL.length() + ALT.length()))
          .map(key -> Keystroke.ofAlt(key.sent().codePointAt(0)));
    }
    if (name.startsWith(CTRL)) {
      return control(name.substring(CTRL.length()));
    }
    return name.startsWith(ALT) ? alt(name.substring(ALT.length())) : Optional.empty();
  }

  private static Optional<Keystroke> control(String key) {
    if (key.equals("Space")) {
      return Optional.of(Keystroke.ofControl('@'));
    }
    char upper = key.length() == 1 ? Character.toUpperCase(key.charAt(0)) : 0;
    return upper >= '@' && upper <= '_'
        ? Optional.of(Keystroke.ofControl(upper))
        : Optional.empty();
  }

  private static Optional<Keystroke> alt(String key) {
    if (key.codePointCount(0, key.length()) == 1) {
      return Optional.of(Keystroke.ofAlt(key.codePointAt(0)));
    }
    return Optional.ofNullable(NAMED.get(key))
        .filter(named -> named.sent().length() == 1)
        .map(named -> Keystroke.ofAlt(named.sent().charAt(0)));
  }
}
