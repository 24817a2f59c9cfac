// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.io.IOException;
import jdk.jfr.Recording;
import org.lusush.lle.analyzer.TestRecordings;

/** The program of a process that records some typing and then waits until its input ends. */
final class RecordedProcess {

  private RecordedProcess() {}

  public static void main(String... arguments) throws IOException {
    if (arguments.length > 0) {
      idle();
      return;
    }
    try (var recording = new Recording()) {
      recording.start();
      TestRecordings.type(25);
      idle();
    }
  }

  private static void idle() throws IOException {
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // What comes is of no interest.
    }
  }
}
