// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

/** A program that is there, and does nothing else. */
final class NothingProbe {

  private NothingProbe() {}

  public static void main(String... arguments) {
    System.out.print(ChildJvm.MARK);
    System.out.println(" 0");
  }
}
