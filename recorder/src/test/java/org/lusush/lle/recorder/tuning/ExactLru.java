// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import java.util.Arrays;
import java.util.HashMap;

/** Hit rates of an LRU cache of each size, by counting over the whole trace. */
final class ExactLru {

  private final double[] hitRates;

  private ExactLru(double[] hitRates) {
    this.hitRates = hitRates;
  }

  /** Counts what follows the first part of a trace. */
  static ExactLru of(long[] trace, int from) {
    var last = new HashMap<Long, Integer>();
    var isLast = new boolean[trace.length];
    var blocks = new int[trace.length / 512 + 1];
    var hits = new double[trace.length + 1];
    for (int i = 0; i < trace.length; i++) {
      var before = last.put(trace[i], i);
      if (before != null) {
        if (i >= from) {
          hits[1 + between(isLast, blocks, before + 1, i)]++;
        }
        isLast[before] = false;
        blocks[before / 512]--;
      }
      isLast[i] = true;
      blocks[i / 512]++;
    }
    Arrays.parallelPrefix(hits, Double::sum);
    return new ExactLru(Arrays.stream(hits).map(sum -> sum / (trace.length - from)).toArray());
  }

  private static int between(boolean[] isLast, int[] blocks, int from, int to) {
    int count = 0;
    int i = from;
    while (i < to) {
      if (i % 512 == 0 && i + 512 <= to) {
        count += blocks[i / 512];
        i += 512;
      } else {
        count += isLast[i++] ? 1 : 0;
      }
    }
    return count;
  }

  double hitRate(int size) {
    return hitRates[Math.min(size, hitRates.length - 1)];
  }
}
