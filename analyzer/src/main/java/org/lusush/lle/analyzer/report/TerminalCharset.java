// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/** The charset of the terminal that this process writes to. */
public final class TerminalCharset {

  private TerminalCharset() {}

  /** Returns it, or the default one where the JVM lacks it. */
  public static Charset find() {
    String name =
        System.getProperty(
            "stdout.encoding",
            System.getProperty(
                "sun.stdout.encoding",
                System.getProperty("native.encoding", Charset.defaultCharset().name())));
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Charset.defaultCharset();
    }
  }
}
