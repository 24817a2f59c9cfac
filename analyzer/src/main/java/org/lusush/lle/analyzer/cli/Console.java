// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.ZoneId;
import org.lusush.lle.analyzer.attach.TargetJvm;
import org.lusush.lle.analyzer.model.Printable;

/**
 * Where a command writes to.
 *
 * @param out bytes of the report
 * @param err sentences about what went wrong
 * @param charset what a terminal behind {@code out} shows
 * @param colors whether it shows colors, and its user wants them
 * @param zone whose time of day the user reads
 */
record Console(OutputStream out, PrintWriter err, Charset charset, boolean colors, ZoneId zone) {

  /** Says one sentence. */
  void say(String sentence) {
    err.println("lle: " + sentence);
    err.flush();
  }

  /** Says one sentence about another JVM. */
  void report(TargetJvm target, String sentence) {
    say("process " + target.pid() + ": " + Printable.of(sentence));
  }
}
