// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import java.util.Arrays;

/**
 * How often each reuse distance occurred: exactly under {@value #EXACT}, from there in 512 steps an
 * octave, so within 0.2 %. Not thread-safe.
 */
final class Distances {

  private static final int EXACT = 1024;
  private static final int EXACT_BITS = 10;
  private static final int STEPS = EXACT / 2;
  private static final int OCTAVES = 24;

  /** As long as the greatest distance so far asks for. */
  private double[] counts = new double[EXACT];

  /** All accesses, and those of them that were sampled, by their weight. */
  private double accesses;

  private double sampled;

  void accessed() {
    accesses++;
  }

  /** A key came again, as one that an LRU cache of this size just has. */
  void again(double position, double weight) {
    int bucket = bucket((long) position);
    if (bucket >= counts.length) {
      counts = Arrays.copyOf(counts, (bucket / STEPS + 1) * STEPS);
    }
    counts[bucket] += weight;
    sampled += weight;
  }

  /** A key came for the first time. */
  void first(double weight) {
    sampled += weight;
  }

  /** A key came of which nobody knows whether it is the first time. */
  void ignore(double weight) {
    accesses -= weight;
  }

  void fade(double factor) {
    accesses *= factor;
    sampled *= factor;
    for (int i = 0; i < counts.length; i++) {
      counts[i] *= factor;
    }
  }

  /** Returns the curve so far. */
  MissRatioCurve curve() {
    var sizes = new double[counts.length];
    var hits = new double[counts.length];
    double sum = accesses - sampled; // the correction of SHARDS-adj
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i];
      sizes[i] = greatest(i);
      hits[i] = i == 0 ? 0 : Math.max(0, Math.min(accesses, sum));
    }
    return new MissRatioCurve(sizes, hits, Math.max(0, accesses));
  }

  static int bucket(long position) {
    if (position < EXACT) {
      return (int) Math.max(0, position);
    }
    int octave = Math.min(OCTAVES, Long.SIZE - Long.numberOfLeadingZeros(position) - EXACT_BITS);
    long step = Math.min(2 * STEPS - 1, position >>> octave) - STEPS;
    return EXACT + (octave - 1) * STEPS + (int) step;
  }

  /** Returns the greatest position that falls into a bucket. */
  static long greatest(int bucket) {
    if (bucket < EXACT) {
      return bucket;
    }
    int octave = (bucket - EXACT) / STEPS + 1;
    int step = (bucket - EXACT) % STEPS + STEPS;
    return ((step + 1L) << octave) - 1;
  }
}
