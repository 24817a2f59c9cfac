// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Where commands write when nothing is redirected.
 *
 * @param inherited whether programs get this process's own streams, and with them its terminal;
 *     otherwise they read nothing and what they write is copied
 */
public record Streams(OutputStream out, OutputStream err, boolean inherited) {

  /** The charset of the terminal and of programs. */
  static final Charset CHARSET =
      Charset.forName(System.getProperty("native.encoding", Charset.defaultCharset().name()));

  /** Returns the streams of this process. */
  public static Streams ofProcess() {
    return new Streams(
        new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), true);
  }

  /** Returns streams that end in this process, for a terminal that programs cannot share. */
  public static Streams copiedTo(OutputStream out) {
    return new Streams(out, out, false);
  }

  static PrintStream printer(OutputStream stream) {
    return new PrintStream(new BufferedOutputStream(stream), false, CHARSET);
  }
}
