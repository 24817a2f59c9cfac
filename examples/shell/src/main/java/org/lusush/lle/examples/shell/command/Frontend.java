// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What built-ins may ask of the place where commands come from. */
public interface Frontend {

  /** Returns the lines of the history, oldest first, by their numbers. */
  SortedMap<Integer, String> history();

  /** Forgets the history, in memory and on disk. */
  void clearHistory() throws IOException;

  /** Returns the keys that do something, each with its widget's name. */
  List<Map.Entry<String, String>> bindings();

  /**
   * Asks for a text that is not shown and not kept.
   *
   * @throws IOException when none was given
   */
  String readSecret(String prompt) throws IOException;

  void clearScreen();

  /** Returns whether the terminal understands styles. */
  boolean isStyled();

  /** Returns the front end of a shell without an editor. */
  static Frontend plain(SecretSource secrets) {
    return new Plain(secrets);
  }

  /** Gives the next line of input, after a prompt where someone can see it. */
  @FunctionalInterface
  interface SecretSource {
    String read(String prompt) throws IOException;
  }

  /** A shell without an editor: no history, no keys. */
  record Plain(SecretSource secrets) implements Frontend {
    @Override
    public SortedMap<Integer, String> history() {
      return new TreeMap<>();
    }

    @Override
    public void clearHistory() {
      // There is none.
    }

    @Override
    public List<Map.Entry<String, String>> bindings() {
      return List.of();
    }

    @Override
    public String readSecret(String prompt) throws IOException {
      return secrets.read(prompt);
    }

    @Override
    public void clearScreen() {
      // There is none.
    }

    @Override
    public boolean isStyled() {
      return false;
    }
  }
}
