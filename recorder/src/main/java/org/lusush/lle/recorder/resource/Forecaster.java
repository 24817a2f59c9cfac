// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts one value for some times ahead, and measures how far its forecasts were off. Not
 * thread-safe; allocates nothing but what it is asked for.
 */
final class Forecaster {

  private static final double NANOS_PER_SECOND = 1e9;

  private final String resource;
  private final double highest;
  private final Holt holt = new Holt();
  private final List<Ahead> horizons;
  private double current = Text.UNKNOWN;
  private long lastNanos;

  /**
   * Makes one that knows nothing yet.
   *
   * @param highest what the value cannot exceed
   */
  Forecaster(String resource, double highest, Duration... horizons) {
    this.resource = resource;
    this.highest = highest;
    this.horizons = Arrays.stream(horizons).map(Ahead::new).toList();
  }

  /** Takes a value in; a negative one is unknown, and left out. */
  void add(double value, long nanos) {
    double seconds = (nanos - lastNanos) / NANOS_PER_SECOND;
    if (value < 0 || (current >= 0 && seconds <= 0)) {
      return;
    }
    for (var horizon : horizons) {
      horizon.settle(value, nanos);
    }
    holt.add(value, seconds);
    current = value;
    lastNanos = nanos;
    for (var horizon : horizons) {
      horizon.foresee(bounded(holt.ahead(horizon.seconds())), value, nanos);
    }
  }

  /** Returns a forecast for each time ahead, or none before the first value. */
  List<ResourceForecast> forecasts() {
    return current < 0
        ? List.of()
        : horizons.stream()
            .map(
                horizon ->
                    horizon.forecast(resource, current, bounded(holt.ahead(horizon.seconds()))))
            .toList();
  }

  private double bounded(double value) {
    return Math.max(0, Math.min(highest, value));
  }

  /** The forecasts for one time ahead whose time has not come, and the errors of those before. */
  private static final class Ahead {

    /** A forecast that nobody looked at in time, such as while a laptop slept, is no forecast. */
    private static final long LATEST_NANOS = 3_000_000_000L;

    private static final int MOST_WAITING = 128;

    private final Duration horizon;
    private final long nanos;
    private final long[] due = new long[MOST_WAITING];
    private final double[] predicted = new double[MOST_WAITING];
    private final double[] then = new double[MOST_WAITING];
    private int first;
    private int waiting;
    private long settled;
    private double errors;
    private double persistenceErrors;

    Ahead(Duration horizon) {
      this.horizon = horizon;
      nanos = horizon.toNanos();
    }

    double seconds() {
      return nanos / NANOS_PER_SECOND;
    }

    void foresee(double value, double current, long now) {
      if (waiting == MOST_WAITING) {
        return;
      }
      int last = (first + waiting++) % MOST_WAITING;
      due[last] = now + nanos;
      predicted[last] = value;
      then[last] = current;
    }

    void settle(double value, long now) {
      while (waiting > 0 && now - due[first] >= 0) {
        if (now - due[first] <= LATEST_NANOS) {
          settled++;
          errors += Math.abs(value - predicted[first]);
          persistenceErrors += Math.abs(value - then[first]);
        }
        first = (first + 1) % MOST_WAITING;
        waiting--;
      }
    }

    ResourceForecast forecast(String resource, double current, double ahead) {
      return new ResourceForecast(
          resource,
          horizon,
          current,
          ahead,
          settled == 0 ? 0 : errors / settled,
          settled == 0 ? 0 : persistenceErrors / settled,
          settled);
    }
  }
}
