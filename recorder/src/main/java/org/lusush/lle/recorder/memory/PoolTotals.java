// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import java.util.TreeMap;

/** What the threads of one pool counted, added up. Not thread-safe. */
final class PoolTotals {
  long reused;
  long allocated;
  long returned;
  long dropped;
  long askedBytes;
  long inUse;
  long free;
  long peakInUse;
  long peakOfOneThread;
  long firstNanos = Long.MAX_VALUE;

  /** By the largest size, in bytes, of those that are counted together. */
  final TreeMap<Long, Requests> sizes = new TreeMap<>();

  /**
   * How often a size was asked for.
   *
   * @param count how often
   * @param firstNanos when first
   */
  record Requests(long count, long firstNanos) {

    Requests plus(Requests other) {
      return new Requests(count + other.count, Math.min(firstNanos, other.firstNanos));
    }
  }

  /** Adds the counts of threads that are gone; their peaks were at other times. */
  void addGone(PoolTotals other) {
    reused += other.reused;
    allocated += other.allocated;
    returned += other.returned;
    dropped += other.dropped;
    askedBytes += other.askedBytes;
    inUse += other.inUse;
    free += other.free;
    peakOfOneThread = Math.max(peakOfOneThread, other.peakOfOneThread);
    firstNanos = Math.min(firstNanos, other.firstNanos);
    other.sizes.forEach((size, requests) -> sizes.merge(size, requests, Requests::plus));
  }
}
