// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.history;

import java.util.Arrays;
import org.lusush.lle.history.Buckets;
import org.lusush.lle.history.Counts;

/** A distribution that others are added to. Not thread-safe. */
final class BucketSums {

  private long[] counts = new long[512];
  private int end;
  private long total;

  void add(Counts added) {
    for (int i = 0; i < added.size(); i++) {
      add(added.bucket(i), added.count(i));
    }
  }

  private void add(int bucket, long count) {
    if (bucket >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(bucket + 1, counts.length * 2));
    }
    counts[bucket] += count;
    total += count;
    end = Math.max(end, bucket + 1);
  }

  void add(BucketSums other) {
    for (int bucket = 0; bucket < other.end; bucket++) {
      if (other.counts[bucket] != 0) {
        add(bucket, other.counts[bucket]);
      }
    }
  }

  long total() {
    return total;
  }

  /** Returns a percentile as the middle of its bucket; 0 of nothing. */
  long percentile(double percent) {
    long rank = Math.max(1, (long) Math.ceil(total * percent / 100));
    long seen = 0;
    for (int bucket = 0; bucket < end; bucket++) {
      seen += counts[bucket];
      if (seen >= rank) {
        return Buckets.middle(bucket);
      }
    }
    return 0;
  }

  long max() {
    return end == 0 ? 0 : Buckets.middle(end - 1);
  }

  /** Returns the sum of all durations, each the middle of its bucket. */
  static long nanos(Counts counts) {
    long nanos = 0;
    for (int i = 0; i < counts.size(); i++) {
      nanos += Buckets.middle(counts.bucket(i)) * counts.count(i);
    }
    return nanos;
  }
}
