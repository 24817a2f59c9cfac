// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import org.lusush.lle.examples.shell.Main;

/** The example shell, which first says what time it is. */
final class PromptProbe {

  private PromptProbe() {}

  public static void main(String... arguments) {
    // No concatenation: its first use takes longer than all before.
    System.out.print(ChildJvm.MARK);
    System.out.print(' ');
    System.out.print(System.nanoTime());
    System.out.println(';');
    Main.main(arguments);
  }
}
