// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.upkeep;

/**
 * What one pool had counted at some moment, since it was made.
 *
 * @param pool name of the pool
 * @param kind what it holds
 * @param epochNanos the moment
 * @param capacity free objects that a thread can keep
 * @param objectBytes bytes that an object holds
 * @param dropped returned objects that it had no room for
 * @param doubleReturns returns of what had been returned already
 * @param leaks objects that nobody gave back
 * @param pooledBytes bytes of the free objects
 * @param fragmentation fraction of the bytes handed out that was not asked for
 */
public record PoolReading(
    String pool,
    String kind,
    long epochNanos,
    long capacity,
    long objectBytes,
    long takes,
    long reused,
    long returns,
    long dropped,
    long doubleReturns,
    long leaks,
    long inUse,
    long peakInUse,
    long pooledBytes,
    double fragmentation) {

  /** Returns the later of two readings of one pool. */
  public PoolReading plus(PoolReading other) {
    return other.epochNanos >= epochNanos ? other : this;
  }
}
