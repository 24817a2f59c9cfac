// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit;

import java.util.regex.Pattern;

/** What a terminal has been told about its cursor keys (DECCKM). */
public final class CursorKeys {

  private static final Pattern PRIVATE_MODES = Pattern.compile("\u001b\\[\\?([0-9;]+)([hl])");
  private static final String CURSOR_KEYS = "1";

  private CursorKeys() {}

  /** Returns whether they are in application mode after everything that was written. */
  public static boolean areInApplicationMode(String screen) {
    boolean application = false;
    var modes = PRIVATE_MODES.matcher(screen);
    while (modes.find()) {
      for (var mode : modes.group(1).split(";", -1)) {
        if (mode.equals(CURSOR_KEYS)) {
          application = modes.group(2).equals("h");
        }
      }
    }
    return application;
  }
}
