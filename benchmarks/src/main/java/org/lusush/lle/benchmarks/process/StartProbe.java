// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import org.lusush.lle.recorder.EditorRecorder;

/** Starts a recorder almost first of all, or none, and says how many nanoseconds the call took. */
final class StartProbe {

  static final String WITH = "with";
  static final String WITHOUT = "without";

  private static final String LIBRARY = "org.jspecify.annotations.NonNull";

  private StartProbe() {}

  public static void main(String... arguments) throws ClassNotFoundException {
    // A shell has libraries: what finding the first one takes is not ours.
    Class.forName(LIBRARY);
    boolean with = arguments[0].equals(WITH);
    // The first read is of another cost than the later ones.
    System.nanoTime();
    long start = System.nanoTime();
    if (with) {
      EditorRecorder.start("probe");
    }
    long nanos = System.nanoTime() - start;
    // No concatenation: its first use takes longer than all before.
    System.out.print(ChildJvm.MARK);
    System.out.print(' ');
    System.out.println(nanos);
  }
}
