// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static java.util.Objects.requireNonNull;

/**
 * What advice is held to.
 *
 * @param metric the figure that it is about
 * @param before that figure over the window before
 * @param predicted that figure as it will be
 * @param control what the figure would do without the change
 * @param settle how many measurements after the change do not count, such as those that fill a
 *     cache
 */
public record Evidence(
    Metric metric, Tally before, double predicted, Control control, long settle) {
  public Evidence {
    requireNonNull(metric, "metric");
    requireNonNull(before, "before");
    requireNonNull(control, "control");
    if (settle < 0) {
      throw new IllegalArgumentException("settle must be at least 0, was " + settle);
    }
  }
}
