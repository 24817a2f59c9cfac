// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.score;

/**
 * What the keystroke score is computed from. Immutable.
 *
 * @param count how many keystrokes, at least 1
 * @param medianNanos what half of them stayed within
 * @param p99Nanos what 99 of 100 stayed within
 * @param withinResponse share within the target of an operation, from 0 to 1
 * @param withinFrame share within a frame of the screen, {@link KeystrokeScore#FRAME}
 * @param withinPatience share within what holds nobody up, the critical keystroke target
 */
public record KeystrokeLatencies(
    long count,
    long medianNanos,
    long p99Nanos,
    double withinResponse,
    double withinFrame,
    double withinPatience) {

  public KeystrokeLatencies {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, was " + count);
    }
    requireLatency(medianNanos, "medianNanos");
    requireLatency(p99Nanos, "p99Nanos");
    requireShare(withinResponse, "withinResponse");
    requireShare(withinFrame, "withinFrame");
    requireShare(withinPatience, "withinPatience");
  }

  private static void requireLatency(long nanos, String name) {
    if (nanos < 0) {
      throw new IllegalArgumentException(name + " must be at least 0, was " + nanos);
    }
  }

  private static void requireShare(double value, String name) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, was " + value);
    }
  }
}
