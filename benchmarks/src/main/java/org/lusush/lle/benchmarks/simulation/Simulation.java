// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.simulation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Hit rates of traces.
 *
 * @param rows of each trace at three sizes
 * @param tunings of each trace from a size ten times too small
 */
public record Simulation(List<Row> rows, List<Tuning> tunings) {

  private static final int DEPTH = 10;
  private static final double TARGET = 0.9;
  private static final double[] SHARES = {0.02, 0.1, 0.3};
  private static final int FEWEST = 4;
  private static final int MOST = 4_000;

  public Simulation {
    rows = List.copyOf(rows);
    tunings = List.copyOf(tunings);
  }

  /**
   * Hit rates at one size, from 0 to 1.
   *
   * @param lru of plain LRU
   * @param scanning of LRU that looks at the ten oldest
   * @param ours of our cache
   * @param best the most that is possible
   */
  public record Row(
      String trace, int size, double lru, double scanning, double ours, double best) {}

  /**
   * What the tuner made of a size that is ten times too small.
   *
   * @param smallest the fewest entries with which our cache, at one size and with the policy of a
   *     tuned one all the time, hits nine of ten lookups of the second half; 0 where no size does
   * @param entries what the tuner ended with
   * @param hitRate of the second half, with the tuner
   */
  public record Tuning(String trace, int smallest, long entries, double hitRate) {

    /** Returns whether the trace was recorded on a shell. */
    public boolean isOfShell() {
      return trace.startsWith(Trace.OF_SHELL);
    }
  }

  /** Replays every trace. */
  public static Simulation run() throws IOException {
    List<Row> rows = new ArrayList<>();
    List<Tuning> tunings = new ArrayList<>();
    for (var trace : Trace.all()) {
      for (double share : SHARES) {
        rows.add(row(trace, Math.max(FEWEST, (int) Math.round(share * trace.distinct()))));
      }
      int smallest = smallest(trace);
      if (smallest > 0) {
        tunings.add(tuned(trace, smallest));
      }
    }
    return new Simulation(rows, tunings);
  }

  private static Row row(Trace trace, int size) {
    return new Row(
        trace.name(),
        size,
        Policy.hitRate(Lru.plain(size), trace),
        Policy.hitRate(Lru.scanning(size, DEPTH), trace),
        Policy.hitRate(Ours.fixed(size), trace),
        Best.hitRate(size, trace));
  }

  private static Tuning tuned(Trace trace, int smallest) {
    var ours = Ours.tuned(Math.max(1, smallest / 10), MOST);
    double hitRate = ofSecondHalf(ours, trace);
    return new Tuning(trace.name(), smallest, ours.entries(), hitRate);
  }

  private static int smallest(Trace trace) {
    int low = 1;
    int high = MOST;
    if (ofSecondHalf(Ours.untuned(high), trace) < TARGET) {
      return 0;
    }
    while (low < high) {
      int middle = (low + high) / 2;
      if (ofSecondHalf(Ours.untuned(middle), trace) >= TARGET) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static double ofSecondHalf(Policy policy, Trace trace) {
    int half = trace.keys().length / 2;
    long hits = 0;
    long lookups = 0;
    for (int i = 0; i < trace.keys().length; i++) {
      long key = trace.keys()[i];
      if (key == Trace.FORGET) {
        policy.forget();
        continue;
      }
      boolean isHit = policy.ask(key);
      if (i >= half) {
        lookups++;
        hits += isHit ? 1 : 0;
      }
    }
    return lookups == 0 ? 0 : (double) hits / lookups;
  }
}
