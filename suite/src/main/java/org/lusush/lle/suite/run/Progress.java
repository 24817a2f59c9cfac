// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.run;

/** Is told how far the suite has come. */
@FunctionalInterface
public interface Progress {

  /** Takes a few words; from any thread. */
  void show(String words);
}
