// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;

/**
 * A shell whose events have other fields than ours. It runs in a JVM of its own, since one JVM
 * should not have two event types of one name.
 */
final class OtherVersionShell {

  static final int OPERATIONS = 600;
  static final int LOOKUPS = 150;

  private OtherVersionShell() {}

  /** Records into the file named by the argument. */
  public static void main(String[] arguments) throws IOException {
    try (var recording = new Recording()) {
      recording.start();
      for (int i = 0; i < OPERATIONS; i++) {
        var operation = new Operation();
        operation.result = "timeout";
        operation.commit();
      }
      for (int i = 0; i < LOOKUPS; i++) {
        new CacheLookup().commit();
      }
      recording.stop();
      recording.dump(Path.of(arguments[0]));
    }
  }

  @Name("lle.Operation")
  static final class Operation extends Event {
    int sinceThen = 1;
    String result = "";
  }

  @Name("lle.CacheLookup")
  static final class CacheLookup extends Event {
    int outcome = 1;
  }
}
