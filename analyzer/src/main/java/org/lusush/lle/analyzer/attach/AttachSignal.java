// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.attach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The signal by which the attach API of Linux calls a JVM. A process that does not catch it, such
 * as one that is no JVM or a JVM under {@code -Xrs}, would be ended by it.
 */
final class AttachSignal {

  private static final int SIGQUIT = 3;
  private static final String CAUGHT = "SigCgt:";

  private AttachSignal() {}

  /** Returns whether calling the process may end it; false where that cannot be found out. */
  static boolean wouldEnd(long pid) {
    return !isListening(pid) && !isCaught(pid);
  }

  /** Returns whether a JVM has been called before, and needs no signal. */
  private static boolean isListening(long pid) {
    var socket = ".java_pid" + pid;
    return Files.exists(Path.of("/proc/" + pid + "/root/tmp", socket))
        || Files.exists(Path.of(System.getProperty("java.io.tmpdir"), socket));
  }

  private static boolean isCaught(long pid) {
    try {
      return isCaught(
          Files.readString(Path.of("/proc/" + pid + "/status"), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return true;
    }
  }

  /** Returns whether the status of a process, as Linux writes it, says that it catches it. */
  static boolean isCaught(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith(CAUGHT))
        .map(line -> line.substring(CAUGHT.length()).strip())
        .map(mask -> Long.parseUnsignedLong(mask, 16))
        .allMatch(mask -> (mask >>> (SIGQUIT - 1) & 1) == 1);
  }
}
