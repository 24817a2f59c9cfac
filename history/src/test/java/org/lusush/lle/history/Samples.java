// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Intervals like those of somebody who types, the same for the same seed. */
final class Samples {

  private static final List<String> OPERATIONS =
      List.of("keystroke", "buffer insert", "display update", "syntax highlight", "history search");

  private Samples() {}

  /** Encodes an interval of a second and returns what a visitor should be told of it. */
  static List<String> interval(RecordWriter writer, Random random, long endNanos) {
    List<String> told = new ArrayList<>();
    writer.beginInterval(endNanos, 1_000_000_000L + random.nextInt(1_000));
    for (String operation : OPERATIONS) {
      var counts = counts(random);
      long errors = random.nextInt(10) == 0 ? random.nextInt(1_000) : 0;
      int self = random.nextInt(256);
      writer.operation(operation, errors, 0, errors, self / 255.0, counts);
      told.add(operation + " " + errors + " 0 " + errors + " " + self + " " + text(counts));
    }
    long hits = random.nextInt(1 << random.nextInt(31));
    writer.cache("completions", hits, 1, 2, 3, 4);
    told.add("completions " + hits + " 1 2 3 4");
    writer.resources(0.25, -1, 64L << 20, -1, 12);
    told.add("0.25 -1.0 " + (64L << 20) + " -1 12");
    writer.target("response", "met", 1e-9 * random.nextInt(), 500);
    return told;
  }

  private static Counts counts(Random random) {
    var sorted = new TreeMap<Integer, Long>();
    for (int i = 0; i < 1 + random.nextInt(9); i++) {
      long nanos = (long) Math.exp(12 + random.nextGaussian());
      sorted.merge(Buckets.indexOf(nanos), 1L + random.nextInt(2), Long::sum);
    }
    var counts = new Counts();
    sorted.forEach(counts::add);
    return counts;
  }

  static String text(Counts counts) {
    var text = new StringBuilder();
    for (int i = 0; i < counts.size(); i++) {
      text.append(counts.bucket(i)).append('x').append(counts.count(i)).append(' ');
    }
    return text.toString();
  }

  /** Notes what it is told, as {@link #interval} returns it. */
  static final class Told implements HistoryVisitor {
    final List<String> operations = new ArrayList<>();
    final List<Long> ends = new ArrayList<>();
    final List<Moment> moments = new ArrayList<>();

    @Override
    public void interval(long endNanos, long lengthNanos) {
      ends.add(endNanos);
    }

    @Override
    public void operation(
        String name, long errors, long warnings, long criticals, double self, Counts durations) {
      operations.add(
          name
              + " "
              + errors
              + " "
              + warnings
              + " "
              + criticals
              + " "
              + Math.round(self * 255)
              + " "
              + text(durations));
    }

    @Override
    public void cache(
        String name, long hits, long misses, long insertions, long evictions, long entries) {
      operations.add(
          "%s %d %d %d %d %d".formatted(name, hits, misses, insertions, evictions, entries));
    }

    @Override
    public void resources(
        double process, double machine, long heapBytes, long residentBytes, long threads) {
      operations.add(
          process + " " + machine + " " + heapBytes + " " + residentBytes + " " + threads);
    }

    @Override
    public void moment(Moment moment) {
      moments.add(moment);
    }
  }
}
