// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import java.util.Comparator;
import java.util.List;
import org.lusush.lle.events.PressureLevel;

/**
 * The level of one resource, which does not flap: it rises when two samples in turn say so, or one
 * if critical, and falls when all of ten seconds were clearly below, by a fifth of the thresholds.
 * Not thread-safe.
 */
final class PressureGauge {

  private static final long SETTLE_NANOS = 10_000_000_000L;

  /** How far below its threshold a share is to be before the level falls. */
  private static final double CLEARLY_BELOW = 0.8;

  private final List<Signal> signals;
  private Pressure pressure;
  private PressureLevel before = PressureLevel.NONE;
  private PressureLevel highestBelow = PressureLevel.NONE;
  private boolean isFalling;
  private long fallingSinceNanos;

  PressureGauge(Resource resource) {
    signals = Signal.ALL.stream().filter(signal -> signal.resource() == resource).toList();
    pressure = new Pressure(resource, PressureLevel.NONE, PressureLevel.NONE, Text.UNKNOWN, "");
  }

  Pressure pressure() {
    return pressure;
  }

  /** Judges a sample; returns whether the level changed. */
  boolean update(ResourceUsage usage) {
    var now = highest(usage, 1);
    var lenient = highest(usage, CLEARLY_BELOW);
    var previous = before;
    before = now;
    if (now.compareTo(pressure.level()) > 0) {
      isFalling = false;
      return rise(usage, now, previous);
    }
    if (lenient.compareTo(pressure.level()) >= 0) {
      isFalling = false;
      return false;
    }
    return fall(usage, lenient);
  }

  private boolean rise(ResourceUsage usage, PressureLevel now, PressureLevel previous) {
    var to = now == PressureLevel.CRITICAL || previous.compareTo(now) > 0 ? now : previous;
    if (to.compareTo(pressure.level()) <= 0) {
      return false;
    }
    change(usage, to);
    return true;
  }

  private boolean fall(ResourceUsage usage, PressureLevel lenient) {
    if (!isFalling) {
      isFalling = true;
      fallingSinceNanos = usage.nanos();
      highestBelow = PressureLevel.NONE;
    }
    if (lenient.compareTo(highestBelow) > 0) {
      highestBelow = lenient;
    }
    if (usage.nanos() - fallingSinceNanos < SETTLE_NANOS) {
      return false;
    }
    isFalling = false;
    change(usage, highestBelow);
    return true;
  }

  private void change(ResourceUsage usage, PressureLevel to) {
    var signal = loudest(usage);
    pressure =
        new Pressure(
            pressure.resource(),
            pressure.level(),
            to,
            signal.value(usage),
            signal.value(usage) < 0 ? "" : signal.source(usage));
  }

  private PressureLevel highest(ResourceUsage usage, double part) {
    var highest = PressureLevel.NONE;
    for (var signal : signals) {
      var level = signal.level(signal.value(usage), part);
      if (level.compareTo(highest) > 0) {
        highest = level;
      }
    }
    return highest;
  }

  /** Returns the signal of the highest level, of several the one farthest beyond its lowest. */
  private Signal loudest(ResourceUsage usage) {
    return signals.stream()
        .max(
            Comparator.comparing((Signal signal) -> signal.level(signal.value(usage), 1))
                .thenComparingDouble(signal -> signal.value(usage) / signal.low()))
        .orElseThrow();
  }
}
