// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import static java.util.Objects.requireNonNull;

import org.lusush.lle.events.PoolKind;

/**
 * The figures of one pool since it was made. They are added up from what each thread counts, which
 * goes on meanwhile, so they may be a few takes apart from each other.
 *
 * @param name its name
 * @param kind what it holds
 * @param capacity how many free objects a thread keeps at most
 * @param objectBytes how many bytes an object holds; 0 where they differ
 * @param reused takes that were answered with an object of the pool
 * @param allocated takes that had to make a new one
 * @param returns objects given back
 * @param dropped of these, how many the pool gave up, mostly for want of room
 * @param doubleReturns returns of what had been returned already, refused
 * @param leaks objects that were garbage collected while on loan, as far as noticed
 * @param resetFailures objects given up because they could not be made as good as new
 * @param inUse objects on loan now
 * @param peakInUse the most that each thread had on loan at once, added up: where several threads
 *     use the pool, never less than the most that were on loan at once
 * @param peakOfOneThread the most that a single thread had on loan at once
 * @param free objects that the threads keep now
 * @param askedBytes bytes that were asked for, over all takes
 */
public record PoolStatistics(
    String name,
    PoolKind kind,
    int capacity,
    long objectBytes,
    long reused,
    long allocated,
    long returns,
    long dropped,
    long doubleReturns,
    long leaks,
    long resetFailures,
    long inUse,
    long peakInUse,
    long peakOfOneThread,
    long free,
    long askedBytes) {
  public PoolStatistics {
    requireNonNull(name, "name");
    requireNonNull(kind, "kind");
  }

  static PoolStatistics of(
      ObjectPool.Settings<?> settings,
      int capacity,
      PoolTotals totals,
      long doubleReturns,
      long leaks,
      long resetFailures) {
    return new PoolStatistics(
        settings.name(),
        settings.kind(),
        capacity,
        settings.bytes(),
        totals.reused,
        totals.allocated,
        Math.max(0, totals.returned - leaks),
        totals.dropped,
        doubleReturns,
        leaks,
        resetFailures,
        Math.max(0, totals.inUse),
        totals.peakInUse,
        totals.peakOfOneThread,
        totals.free,
        totals.askedBytes);
  }

  /** Returns the number of takes. */
  public long takes() {
    return reused + allocated;
  }

  /** Returns the share of takes answered from the pool, from 0 to 1; 0 where there was none. */
  public double reuseShare() {
    return takes() == 0 ? 0 : (double) reused / takes();
  }

  /** Returns the bytes of the objects handed out, over all takes. */
  public long handedOutBytes() {
    return objectBytes == 0 ? askedBytes : takes() * objectBytes;
  }

  /** Returns the share of the bytes handed out that was not asked for, from 0 to 1. */
  public double fragmentation() {
    long handedOut = handedOutBytes();
    return handedOut == 0 ? 0 : Math.max(0, 1 - (double) askedBytes / handedOut);
  }

  /** Returns the bytes of all objects that were made. */
  public long allocatedBytes() {
    return objectBytes == 0 ? askedBytes : allocated * objectBytes;
  }

  /** Returns the bytes of the objects on loan now; 0 where they differ in size. */
  public long inUseBytes() {
    return inUse * objectBytes;
  }

  /** Returns the bytes of {@link #peakInUse} objects; 0 where they differ in size. */
  public long peakInUseBytes() {
    return peakInUse * objectBytes;
  }

  /** Returns the bytes of the free objects that the threads keep now. */
  public long pooledBytes() {
    return free * objectBytes;
  }
}
