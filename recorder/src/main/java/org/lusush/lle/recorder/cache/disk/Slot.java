// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache.disk;

import org.jspecify.annotations.Nullable;

/**
 * Where an entry is: still on the heap, on its way to the disk, or there. Thread-safe.
 *
 * @param <K> keys
 * @param <V> values
 */
final class Slot<K, V> {

  final K key;
  final long expiresMillis;

  /** When it was last asked for, by the count of lookups; a lost update does no harm. */
  volatile long used;

  private @Nullable V pending;
  private long number;
  private long bytes;
  private boolean forgotten;

  /** Makes one for a value that is on the heap. */
  Slot(K key, V value, long expiresMillis) {
    this.key = key;
    pending = value;
    this.expiresMillis = expiresMillis;
  }

  /** Makes one for a value that is on disk. */
  Slot(K key, long expiresMillis, long number, long bytes) {
    this.key = key;
    this.expiresMillis = expiresMillis;
    this.number = number;
    this.bytes = bytes;
    used = number;
  }

  /** Returns the value while it is on the heap, else null. */
  synchronized @Nullable V pending() {
    return pending;
  }

  /** Gives it its place, unless it was forgotten. */
  synchronized boolean claim(long place, long size) {
    if (!forgotten) {
      number = place;
      bytes = size;
    }
    return !forgotten;
  }

  /** Tells that the value is on disk, so the heap need not hold it. */
  synchronized void stored() {
    pending = null;
  }

  /** Returns its place on disk, or 0 while it has none; after this it gets none. */
  synchronized long forget() {
    forgotten = true;
    pending = null;
    return number;
  }

  synchronized boolean isForgotten() {
    return forgotten;
  }

  synchronized long number() {
    return number;
  }

  /** Returns what it takes on disk, 0 while it is not there. */
  synchronized long bytes() {
    return bytes;
  }
}
