// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Macro;
import org.jline.reader.Reference;
import org.jspecify.annotations.Nullable;

/** Writes keys as people do: Ctrl-A, Alt-F, Up. */
final class KeyNames {
  private static final List<Map.Entry<String, String>> SEQUENCES =
      List.of(
          Map.entry("\u001b[1;5C", "Ctrl-Right"),
          Map.entry("\u001b[1;5D", "Ctrl-Left"),
          Map.entry("\u001b[3;5~", "Ctrl-Delete"),
          Map.entry("\u001b[200~", "Paste"),
          Map.entry("\u001b[3~", "Delete"),
          Map.entry("\u001b[2~", "Insert"),
          Map.entry("\u001b[Z", "Shift-Tab"),
          Map.entry("\u001b[A", "Up"),
          Map.entry("\u001bOA", "Up"),
          Map.entry("\u001b[B", "Down"),
          Map.entry("\u001bOB", "Down"),
          Map.entry("\u001b[C", "Right"),
          Map.entry("\u001bOC", "Right"),
          Map.entry("\u001b[D", "Left"),
          Map.entry("\u001bOD", "Left"),
          Map.entry("\u001b[1~", "Home"),
          Map.entry("\u001b[H", "Home"),
          Map.entry("\u001bOH", "Home"),
          Map.entry("\u001b[4~", "End"),
          Map.entry("\u001b[F", "End"),
          Map.entry("\u001bOF", "End"));

  private KeyNames() {}

  /** Returns the keys of a map with what they do; those that do nothing special are left out. */
  static List<Map.Entry<String, String>> of(KeyMap<Binding> keys, Set<String> widgets) {
    List<Map.Entry<String, String>> names = new ArrayList<>();
    keys.getBoundKeys()
        .forEach(
            (sequence, binding) -> {
              String action = action(binding, widgets);
              if (action != null && !action.equals(LineReader.MOUSE)) {
                names.add(Map.entry(name(sequence), action));
              }
            });
    return names.stream().distinct().sorted(Comparator.comparing(Map.Entry::getKey)).toList();
  }

  private static @Nullable String action(Binding binding, Set<String> widgets) {
    if (binding instanceof Reference reference) {
      boolean idle =
          !widgets.contains(reference.name())
              || reference.name().equals(LineReader.SELF_INSERT)
              || reference.name().equals(LineReader.BEEP)
              || reference.name().equals(LineReader.DO_LOWERCASE_VERSION);
      return idle ? null : reference.name();
    }
    return binding instanceof Macro macro ? "types " + KeyMap.display(macro.getSequence()) : null;
  }

  static String name(String sequence) {
    for (Map.Entry<String, String> known : SEQUENCES) {
      if (sequence.startsWith(known.getKey())) {
        String rest = sequence.substring(known.getKey().length());
        return known.getValue() + (rest.isEmpty() ? "" : " " + name(rest));
      }
    }
    char first = sequence.charAt(0);
    String rest = sequence.substring(1);
    if (first == '\u001b') {
      return rest.isEmpty() ? "Esc" : "Alt-" + name(rest);
    }
    return character(first) + (rest.isEmpty() ? "" : " " + name(rest));
  }

  private static String character(char c) {
    return switch (c) {
      case '\t' -> "Tab";
      case '\r' -> "Enter";
      case ' ' -> "Space";
      case '\u007f' -> "Backspace";
      default -> c < ' ' ? "Ctrl-" + (char) (c + '@') : String.valueOf(c);
    };
  }
}
