// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.syntax;

import java.util.Random;

/** Command lines without sense, made of what a shell finds difficult. */
public final class RandomLines {
  private static final String[] PIECES = {
    "a", "ls", "cd", "-x", " ", "  ", "\t", "\n", "'", "\"", "\\", "$", "${", "}", "$HOME", "~",
        "/", "*", "?", "[",
    "|", "||", "&&", "&", ";", "<", ">", ">>", "2>", "2>&1", "#", "=", "X=", "(", ")", "`", "!",
        "%", "é", "漢",
    "\uD83D\uDE00", "\uD83D", "\u001b[1m", "\u0000", "\u0007", "\u200b", "\r"
  };

  private RandomLines() {}

  public static String next(Random random) {
    StringBuilder line = new StringBuilder();
    for (int i = random.nextInt(16); i > 0; i--) {
      line.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return line.toString();
  }
}
