// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.lusush.lle.events.Recommendation;

/**
 * How often one size was asked for, and what to do about it.
 *
 * @param name the pool or the meter that was asked
 * @param bytes the size: up to 1,024 bytes rounded up to 8, above that to at most 12.5 % more
 * @param count how often since the first time
 * @param share share of all requests that pools and meters saw, from 0 to 1
 * @param interval mean time between two requests, from the first until now
 * @param recommendation what to do
 * @param capacity how many free objects a thread should keep at most; 0 where none should be
 * @param evidence the figures that the recommendation rests on, as a reader is told them
 */
public record AllocationPattern(
    String name,
    long bytes,
    long count,
    double share,
    Duration interval,
    Recommendation recommendation,
    int capacity,
    String evidence) {
  public AllocationPattern {
    requireNonNull(name, "name");
    requireNonNull(interval, "interval");
    requireNonNull(recommendation, "recommendation");
    requireNonNull(evidence, "evidence");
  }
}
