// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history.chronicle;

import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.history.HistoryException;

/**
 * What the JVM has to open for a Chronicle Queue, which would end with an error of its own
 * otherwise. A jar's manifest can open it, so that nobody has to write these flags.
 */
final class OpenModules {

  private static final List<String> OPENED = List.of("java.lang.reflect", "sun.nio.ch");
  private static final String EXPORTED = "jdk.internal.ref";

  private OpenModules() {}

  /**
   * Throws where something is not open.
   *
   * @throws HistoryException which names the flags to add
   */
  static void require() throws HistoryException {
    Module base = Object.class.getModule();
    Module own = OpenModules.class.getModule();
    List<String> flags = new ArrayList<>();
    for (String name : OPENED) {
      if (!base.isOpen(name, own)) {
        flags.add("--add-opens=java.base/" + name + "=ALL-UNNAMED");
      }
    }
    if (!base.isExported(EXPORTED, own)) {
      flags.add("--add-exports=java.base/" + EXPORTED + "=ALL-UNNAMED");
    }
    if (!flags.isEmpty()) {
      throw new HistoryException(
          "no history can be written by this Java as it was started; add "
              + String.join(" ", flags));
    }
  }
}
