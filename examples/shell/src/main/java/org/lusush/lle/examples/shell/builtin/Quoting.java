// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.builtin;

import java.util.regex.Pattern;

/** Writes values so that the shell reads them back as they were. */
final class Quoting {
  private static final Pattern HARMLESS = Pattern.compile("[\\w@%+=:,./~-]+");

  private Quoting() {}

  static String quote(String value) {
    return HARMLESS.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }
}
