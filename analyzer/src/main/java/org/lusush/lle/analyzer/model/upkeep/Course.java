// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.upkeep;

/**
 * A figure over time, as its count, mean and largest. Immutable; courses add up.
 *
 * @param count how often it was read
 * @param sum of all readings
 * @param largest of all readings, or 0 for none
 */
public record Course(long count, double sum, double largest) {

  public static final Course NONE = new Course(0, 0, 0);

  /**
   * Returns this with one more reading; one under 0 stands for an unknown figure and is left out.
   */
  public Course with(double value) {
    return value < 0 || !Double.isFinite(value)
        ? this
        : new Course(count + 1, sum + value, count == 0 ? value : Math.max(largest, value));
  }

  /** Returns whether nothing was read. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** Returns the mean, or 0 for none. */
  public double mean() {
    return count == 0 ? 0 : sum / count;
  }

  public Course plus(Course other) {
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() ? other : this;
    }
    return new Course(count + other.count, sum + other.sum, Math.max(largest, other.largest));
  }
}
