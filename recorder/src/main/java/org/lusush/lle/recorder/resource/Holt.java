// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

/**
 * Exponential smoothing of a value and its damped trend, at whatever intervals it comes (C. C.
 * Holt, 1957; damping: E. S. Gardner and E. McKenzie, 1985). Not thread-safe.
 */
final class Holt {

  /** How much of the difference to a new value is believed, of one that comes after a second. */
  private static final double LEVEL_SMOOTHING = 0.3;

  /** The same of the trend. */
  private static final double TREND_SMOOTHING = 0.05;

  /** What is left of the trend a second later. */
  private static final double DAMPING = 0.97;

  private double level;
  private double trend;
  private boolean isFirst = true;

  /**
   * Takes a value in.
   *
   * @param seconds since the one before, over 0
   */
  void add(double value, double seconds) {
    if (isFirst) {
      isFirst = false;
      level = value;
      return;
    }
    double before = level;
    double expected = ahead(seconds);
    level = expected + (1 - Math.pow(1 - LEVEL_SMOOTHING, seconds)) * (value - expected);
    double slope = (level - before) / seconds;
    double damped = trend * Math.pow(DAMPING, seconds);
    trend = damped + (1 - Math.pow(1 - TREND_SMOOTHING, seconds)) * (slope - damped);
  }

  /** Returns the value that is expected. */
  double ahead(double seconds) {
    return level + trend * DAMPING * (1 - Math.pow(DAMPING, seconds)) / (1 - DAMPING);
  }
}
