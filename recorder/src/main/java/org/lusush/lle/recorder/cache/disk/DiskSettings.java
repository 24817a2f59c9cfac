// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache.disk;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a cache is kept on disk.
 *
 * @param file where; made if it is not there, as is its directory, both for their owner alone. Two
 *     more files may stand beside it: one of the same name with {@code .log}, of what was forgotten
 *     since the last write, and one with {@code .damaged}, what was set aside last. Change the name
 *     when a codec changes
 * @param keys turns keys into bytes and back
 * @param values turns values into bytes and back
 * @param maximumBytes how much the file is to hold of keys and values, over 0; the file itself may
 *     be a few times as large. No entry may take more than a sixteenth of it
 * @param patience how long a lookup waits for the disk, over 0; then it has missed
 * @param <K> keys
 * @param <V> values
 */
public record DiskSettings<K, V>(
    Path file, Codec<K> keys, Codec<V> values, long maximumBytes, Duration patience) {

  /** What nobody notices at a key. */
  private static final Duration PATIENCE = Duration.ofMillis(20);

  private static final int LARGEST_SHARE = 16;

  public DiskSettings {
    requireNonNull(file, "file");
    requireNonNull(keys, "keys");
    requireNonNull(values, "values");
    requireNonNull(patience, "patience");
    if (maximumBytes <= 0) {
      throw new IllegalArgumentException("maximumBytes must be over 0, was " + maximumBytes);
    }
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("patience must be over 0, was " + patience);
    }
  }

  /** Returns settings of which lookups wait for 20 ms at most. */
  public static <K, V> DiskSettings<K, V> of(
      Path file, Codec<K> keys, Codec<V> values, long maximumBytes) {
    return new DiskSettings<>(file, keys, values, maximumBytes, PATIENCE);
  }

  /** Returns these with another patience. */
  public DiskSettings<K, V> withPatience(Duration patience) {
    return new DiskSettings<>(file, keys, values, maximumBytes, patience);
  }

  /** Returns the most that one entry may take. */
  long largestBytes() {
    return Math.max(1, maximumBytes / LARGEST_SHARE);
  }
}
