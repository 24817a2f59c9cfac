// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

/** Addition that stops at the largest {@code long} instead of turning negative. */
public final class Sums {

  private Sums() {}

  public static long add(long left, long right) {
    long sum = left + right;
    return ((left ^ sum) & (right ^ sum)) < 0 ? Long.MAX_VALUE : sum;
  }
}
