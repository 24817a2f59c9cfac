// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;

/** Keys asked for, made from a seed. */
final class Traces {

  private Traces() {}

  /** Keys by their popularity: the second half as often as the first, and so on. */
  static long[] zipf(long seed, int keys, double exponent, int length) {
    return zipf(new Random(seed), keys, exponent, length, 0);
  }

  private static long[] zipf(Random random, int keys, double exponent, int length, long offset) {
    var sums = new double[keys];
    double sum = 0;
    for (int i = 0; i < keys; i++) {
      sum += 1 / Math.pow(i + 1, exponent);
      sums[i] = sum;
    }
    double all = sum;
    return LongStream.range(0, length)
        .map(
            i -> {
              int found = Arrays.binarySearch(sums, random.nextDouble() * all);
              return offset + (found < 0 ? -found - 1 : found);
            })
        .toArray();
  }

  /** The same keys over and over, in order. */
  static long[] loop(int keys, int length) {
    return LongStream.range(0, length).map(i -> i % keys).toArray();
  }

  /** No key twice. */
  static long[] scan(int length) {
    return LongStream.range(0, length).toArray();
  }

  /** Popular keys, with a run of keys met once from time to time. */
  static long[] zipfWithScans(long seed, int keys, int length) {
    var trace = zipf(seed, keys, 1.0, length);
    for (int i = 0; i < length; i++) {
      if (i % 1000 >= 800) {
        trace[i] = 1_000_000L + i;
      }
    }
    return trace;
  }

  /** Another set of popular keys in each phase, of the sizes given. */
  static long[] phases(long seed, int lengthEach, int... keys) {
    var random = new Random(seed);
    var phases = new long[keys.length][];
    for (int i = 0; i < keys.length; i++) {
      phases[i] = zipf(random, keys[i], 0.8, lengthEach, 1_000_000L * i);
    }
    return Arrays.stream(phases).flatMapToLong(Arrays::stream).toArray();
  }

  /**
   * What a person makes a shell ask for: commands by habit, the words of the line again at each
   * key, directories by phases, and now and then something new.
   */
  static long[] shell(long seed, int length) {
    var random = new Random(seed);
    var commands = zipf(random, 300, 1.1, length, 0);
    var paths = zipf(random, 2_000, 0.9, length, 10_000);
    var trace = new long[length];
    int at = 0;
    long fresh = 1_000_000;
    while (at < length) {
      long command = commands[at];
      long path = paths[at];
      long directory = 100_000L + (at / 5_000) % 7 * 100L + random.nextInt(20);
      for (int key = 0; key < 4 && at < length; key++) {
        trace[at++] = command;
      }
      for (int key = 0; key < 3 && at < length; key++) {
        trace[at++] = key == 2 ? path : directory;
      }
      if (at < length && random.nextInt(4) == 0) {
        trace[at++] = fresh++;
      }
    }
    return trace;
  }
}
