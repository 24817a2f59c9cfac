// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.night;

import java.util.Arrays;
import java.util.Optional;
import org.lusush.lle.analyzer.model.trend.Series.Dimension;

/** What is compared of an operation, of keystrokes, of a cache or of a pool. */
public enum Figure {
  P50("p50", Dimension.NANOS, true, 0.05),
  P99("p99", Dimension.NANOS, true, 0.15),
  /** All durations at once: the combination of their quantiles that differs least between runs. */
  DURATION("duration", Dimension.NANOS, true, 0.05),
  ERROR_RATE("error rate", Dimension.SHARE, true, 0.005),
  HIT_RATE("hit rate", Dimension.SHARE, false, 0.02),
  POOL_MISSES("pool misses", Dimension.SHARE, true, 0.02),
  BYTES("bytes a take", Dimension.BYTES, true, 0.05);

  /** Shorter differences are the clock's and nobody waits for them. */
  private static final double LEAST_NANOS = 500;

  private final String label;
  private final Dimension dimension;
  private final boolean worseWhenLarger;
  private final double leastShift;

  Figure(String label, Dimension dimension, boolean worseWhenLarger, double leastShift) {
    this.label = label;
    this.dimension = dimension;
    this.worseWhenLarger = worseWhenLarger;
    this.leastShift = leastShift;
  }

  /** Returns the name as it stands in reports and in the store. */
  public String label() {
    return label;
  }

  public static Optional<Figure> labelled(String label) {
    return Arrays.stream(values()).filter(figure -> figure.label.equals(label)).findFirst();
  }

  public Dimension dimension() {
    return dimension;
  }

  public boolean worseWhenLarger() {
    return worseWhenLarger;
  }

  /** Returns whether shifts are a fraction of the earlier figure; else they are differences. */
  public boolean isRelative() {
    return dimension != Dimension.SHARE;
  }

  /** Returns the smallest shift that matters, as a fraction or a difference. */
  public double leastShift() {
    return leastShift;
  }

  /** Returns whether a shift is large enough for anyone to care. */
  public boolean matters(double before, double shift) {
    return Math.abs(shift) >= leastShift
        && (dimension != Dimension.NANOS || Math.abs(before * shift) >= LEAST_NANOS);
  }

  /** Returns the figure on the scale where shifts are differences. */
  public double scaled(double value) {
    return isRelative() ? Math.log(Math.max(1, value)) : value;
  }

  /** Returns the shift that a difference on that scale is. */
  public double shift(double difference) {
    return isRelative() ? Math.expm1(difference) : difference;
  }
}
