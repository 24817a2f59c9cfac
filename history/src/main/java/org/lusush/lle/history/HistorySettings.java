// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much is kept, and when writing stops to spare the disk.
 *
 * @param keep how old records may become
 * @param maxBytes what the history of all shells in a directory may take, but for the newest file
 *     of each
 * @param minFreeBytes what the file system keeps free: below that, history waits
 * @param retry how long it waits before it looks again
 */
public record HistorySettings(Duration keep, long maxBytes, long minFreeBytes, Duration retry) {

  public HistorySettings {
    requireNonNull(keep, "keep");
    requireNonNull(retry, "retry");
    requireOver("keep", keep.toMillis());
    requireOver("retry", retry.toMillis());
    requireOver("maxBytes", maxBytes);
    requireOver("minFreeBytes", minFreeBytes);
  }

  private static void requireOver(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be over 0, was " + value);
    }
  }

  /** Returns the default: 400 days, 2 GiB, and 64 MiB of the file system untouched. */
  public static HistorySettings defaults() {
    return new HistorySettings(Duration.ofDays(400), 2L << 30, 64L << 20, Duration.ofSeconds(10));
  }

  /** Returns these with another age. */
  public HistorySettings withKeep(Duration keep) {
    return new HistorySettings(keep, maxBytes, minFreeBytes, retry);
  }

  /** Returns these with another size. */
  public HistorySettings withMaxBytes(long maxBytes) {
    return new HistorySettings(keep, maxBytes, minFreeBytes, retry);
  }
}
