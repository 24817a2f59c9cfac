// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.ZoneId;

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
}
