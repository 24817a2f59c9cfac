// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Locale;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.report.Style;
import org.lusush.lle.analyzer.report.TerminalCharset;
import picocli.CommandLine.Help.Ansi;

/**
 * Where the command writes to. Thread-safe.
 *
 * @param out the summary
 * @param err sentences, and progress on a terminal
 * @param style how the summary is written
 * @param progress whether progress is shown
 */
record Console(PrintWriter out, PrintWriter err, Style style, boolean progress) {

  private static final String CLEAR = "\r\u001B[K";
  private static final int WIDTH = 78;

  /** Returns that of this process. */
  static Console ofProcess() {
    var charset = TerminalCharset.find();
    boolean terminal = Ansi.AUTO.enabled();
    return new Console(
        new PrintWriter(
            new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), charset), true),
        new PrintWriter(new OutputStreamWriter(System.err, charset), true),
        new Style(terminal, charset.newEncoder().canEncode("µ…"), ZoneId.systemDefault()),
        terminal);
  }

  /** Says one sentence. */
  synchronized void say(String sentence) {
    hide();
    err.println("lle: " + Printable.safe(sentence));
    err.flush();
  }

  /** Shows how far the suite has come, in the place of what was shown before. */
  synchronized void show(String words) {
    if (progress) {
      String line = String.format(Locale.ROOT, "lle suite: %s", words);
      err.print(CLEAR + line.substring(0, Math.min(WIDTH, line.length())));
      err.flush();
    }
  }

  /** Takes away what is shown. */
  synchronized void hide() {
    if (progress) {
      err.print(CLEAR);
      err.flush();
    }
  }
}
