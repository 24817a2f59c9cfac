// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import java.util.Optional;

/**
 * What the agent was told, as {@code key=value} with commas between.
 *
 * @param detach whether to take everything back
 * @param redraw whether the JVM has written over the line that is read, which is to be painted anew
 * @param name the shell's name in recordings, if one was given
 * @param prefix the package of a relocated JLine, if only that one is meant, such as {@code
 *     org.example.shaded.jline}
 */
record Options(boolean detach, boolean redraw, Optional<String> name, Optional<String> prefix) {

  /**
   * Reads the options.
   *
   * @throws IllegalArgumentException when one is unknown or has no value
   */
  static Options parse(String text) {
    boolean detach = false;
    boolean redraw = false;
    Optional<String> name = Optional.empty();
    Optional<String> prefix = Optional.empty();
    for (String option : text.split(",", -1)) {
      if (option.isBlank()) {
        continue;
      }
      int equals = option.indexOf('=');
      String key = (equals < 0 ? option : option.substring(0, equals)).strip();
      String value = equals < 0 ? "" : option.substring(equals + 1).strip();
      switch (key) {
        case "detach" -> detach = true;
        case "redraw" -> redraw = true;
        case "name" -> name = Optional.of(given(key, value));
        case "prefix" -> prefix = Optional.of(given(key, value));
        default ->
            throw new IllegalArgumentException(
                "there is no option '" + key + "'; there are name=…, prefix=…, redraw and detach");
      }
    }
    return new Options(detach, redraw, name, prefix);
  }

  private static String given(String key, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("the option '" + key + "' needs a value: " + key + "=…");
    }
    return value;
  }
}
