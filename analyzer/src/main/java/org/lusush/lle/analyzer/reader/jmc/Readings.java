// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.analyzer.model.Ordering;

/** A figure that was read time and again over a chunk. Not thread-safe. */
final class Readings {

  private static final int MAX_READINGS = 100_000;

  private record Reading(long nanos, double figure) {}

  /** Some time, and the figure at its end or what it grew by. */
  @FunctionalInterface
  interface Stretch {
    void of(long fromNanos, long toNanos, double figure);
  }

  private final List<Reading> readings = new ArrayList<>();

  void add(long nanos, double figure) {
    if (readings.size() < MAX_READINGS) {
      readings.add(new Reading(nanos, figure));
    }
  }

  /** Shows each reading as that of the time since the one before it. */
  void forEach(Stretch stretch) {
    readings.sort(Ordering.comparingLong(Reading::nanos));
    long since = Long.MIN_VALUE;
    for (Reading reading : readings) {
      stretch.of(since, reading.nanos, reading.figure);
      since = reading.nanos;
    }
  }

  /** Shows between which readings the figure grew, and by how much. */
  void forEachGrowth(Stretch stretch) {
    readings.sort(Ordering.comparingLong(Reading::nanos));
    for (int i = 1; i < readings.size(); i++) {
      double growth = readings.get(i).figure - readings.get(i - 1).figure;
      if (growth > 0 && readings.get(i - 1).figure >= 0) {
        stretch.of(readings.get(i - 1).nanos, readings.get(i).nanos, growth);
      }
    }
  }
}
