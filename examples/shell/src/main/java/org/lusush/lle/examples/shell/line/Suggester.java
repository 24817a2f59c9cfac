// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

/** Guesses how a line goes on. */
@FunctionalInterface
public interface Suggester {

  /** Returns what would follow the text, or an empty string. Called once for each text shown. */
  String suggest(String text);
}
