// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What a resource will be used like, and how far such forecasts were off.
 *
 * @param resource which: {@code process cpu}, a share, or {@code heap} or {@code resident}, bytes
 * @param horizon how far ahead
 * @param current the value now
 * @param predicted the value expected at the horizon
 * @param error mean absolute error of the forecasts whose time has come; 0 while there is none
 * @param persistenceError the same error, had the forecast been that nothing changes
 * @param forecasts how many forecasts that is
 */
public record ResourceForecast(
    String resource,
    Duration horizon,
    double current,
    double predicted,
    double error,
    double persistenceError,
    long forecasts) {

  /** Fewer forecasts than this prove nothing. */
  private static final long FEWEST = 30;

  public ResourceForecast {
    requireNonNull(resource, "resource");
    requireNonNull(horizon, "horizon");
  }

  /**
   * Returns whether these forecasts were better so far than to say that nothing changes, by at
   * least 30 of them. If not, {@link #current} is the better forecast.
   */
  public boolean beatsPersistence() {
    return forecasts >= FEWEST && error < persistenceError;
  }
}
