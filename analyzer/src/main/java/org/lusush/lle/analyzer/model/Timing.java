// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import org.lusush.lle.events.OperationNames;

/**
 * The durations of one type of operation, or of whole keystrokes.
 *
 * @param operation label of the type, or {@link #KEYSTROKE}
 * @param origin what the figures were computed from
 * @param totals count, errors and sum, all exact
 * @param selfNanos durations without the operations nested in them
 * @param latency the distribution; exact to two significant digits when it comes from histograms
 */
public record Timing(
    String operation, Origin origin, Totals totals, long selfNanos, Latency latency) {

  /** What the recorder calls the whole of a keystroke among types of operation. */
  public static final String KEYSTROKE = "keystroke";

  static Timing of(OperationStats recorded) {
    return new Timing(
        recorded.name(),
        Origin.EVENTS,
        new Totals(recorded.count(), recorded.errors(), recorded.latency().totalNanos()),
        recorded.selfNanos(),
        recorded.latency());
  }

  static Timing of(Keystrokes recorded) {
    Latency latency = recorded.latency();
    var totals = new Totals(latency.count(), recorded.errors(), latency.totalNanos());
    return new Timing(KEYSTROKE, Origin.EVENTS, totals, latency.totalNanos(), latency);
  }

  public long count() {
    return totals.count();
  }

  public boolean isKeystroke() {
    return operation.equals(KEYSTROKE);
  }

  public long meanNanos() {
    return count() == 0 ? 0 : Math.round((double) totals.totalNanos() / count());
  }

  /** Returns the sum, of the coarser of both origins. */
  public Timing plus(Timing other) {
    boolean finer = origin.compareTo(other.origin) < 0;
    return new Timing(
        operation,
        isNothing() || (finer && !other.isNothing()) ? other.origin : origin,
        totals.plus(other.totals),
        Sums.add(selfNanos, other.selfNanos),
        latency.plus(other.latency));
  }

  private boolean isNothing() {
    return count() == 0;
  }

  Timing asOther() {
    return new Timing(OperationNames.OTHER, origin, totals, selfNanos, latency);
  }
}
