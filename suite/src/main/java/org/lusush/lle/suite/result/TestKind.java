// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.result;

import java.util.Locale;

/** The tests of the suite, in the order in which they run. */
public enum TestKind {
  LATENCY,
  THROUGHPUT,
  MEMORY,
  CPU,
  STRESS,
  REGRESSION;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** Returns the name as a user writes and reads it. */
  public String label() {
    return label;
  }

  @Override
  public String toString() {
    return label;
  }
}
