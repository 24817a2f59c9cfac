// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;

/**
 * A figure that a change is to make better, and how to watch it.
 *
 * @param name its name in reports, such as {@code hit rate}
 * @param higherIsBetter whether more of it is better
 * @param enough how many measurements a judgement takes, over 0
 * @param tolerance by how much it may become worse without anyone minding, from 0
 * @param source everything measured so far, growing; called on the coordinator's thread
 */
public record Metric(
    String name, boolean higherIsBetter, long enough, double tolerance, Supplier<Tally> source) {
  public Metric {
    requireNonNull(name, "name");
    requireNonNull(source, "source");
    if (enough <= 0) {
      throw new IllegalArgumentException("enough must be over 0, was " + enough);
    }
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException("tolerance must be at least 0, was " + tolerance);
    }
  }

  /** Returns a difference so that what is better is positive. */
  double better(double difference) {
    return higherIsBetter ? difference : -difference;
  }
}
