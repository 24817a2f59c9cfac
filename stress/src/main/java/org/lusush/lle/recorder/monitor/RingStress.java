// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * A reader of a {@link Ring} beside its writer.
 *
 * <p>Every field of a measurement follows from its number, so a mix of two shows.
 */
public final class RingStress {

  private static final OperationType[] TYPES = OperationType.values();
  private static final Component[] COMPONENTS = Component.values();
  private static final Result[] RESULTS = Result.values();
  private static final String[] NAMES = {"a", "b", "c", "d", "e", "f", "g"};

  private RingStress() {}

  /** While a writer overwrites, a reader sees whole measurements, in order, none twice. */
  @JCStressTest
  @Description("While a writer overwrites, a reader sees whole measurements, in order, none twice.")
  @Outcome(id = "whole, the last 1024", expect = ACCEPTABLE, desc = "As promised.")
  @Outcome(
      id = "none, the last 1024",
      expect = ACCEPTABLE,
      desc = "All were overwritten meanwhile.")
  @Outcome(expect = FORBIDDEN, desc = "Mixed, out of order, twice, or lost at the end.")
  @State
  public static class Overwriting {
    private static final int BEFORE = Ring.CAPACITY;
    private static final int ADDED = 2 * Ring.CAPACITY;

    private final Ring ring = new Ring();

    public Overwriting() {
      addAll(ring, 0, BEFORE);
    }

    @Actor
    public void writer() {
      addAll(ring, BEFORE, BEFORE + ADDED);
    }

    @Actor
    public void reader(LL_Result result) {
      var seen = new ArrayList<RecentMeasurement>();
      ring.addTo(seen);
      result.r1 = judged(seen);
    }

    @Arbiter
    public void arbiter(LL_Result result) {
      var seen = new ArrayList<RecentMeasurement>();
      ring.addTo(seen);
      result.r2 = judgedLast(seen, BEFORE + ADDED);
    }
  }

  /** A reader that a writer overtakes at the end of its copy sees whole measurements, in order. */
  @JCStressTest
  @Description("A reader that a writer overtakes at the end of its copy sees whole ones, in order.")
  @Outcome(id = "whole", expect = ACCEPTABLE, desc = "As promised.")
  @Outcome(id = "none", expect = ACCEPTABLE, desc = "All were overwritten meanwhile.")
  @Outcome(expect = FORBIDDEN, desc = "Mixed, out of order, twice, or of the next round.")
  @State
  public static class Overtaken {
    private static final int BEFORE = Ring.CAPACITY;
    private static final int RACED = 8;
    private static final int OVERTAKING = BEFORE + Ring.CAPACITY - RACED;

    private final Ring ring = new Ring();
    private volatile boolean copied;
    private volatile boolean overtaking;

    public Overtaken() {
      addAll(ring, 0, BEFORE);
    }

    @Actor
    public void writer() {
      while (!copied) {
        Thread.onSpinWait();
      }
      addAll(ring, BEFORE, OVERTAKING);
      overtaking = true;
      addAll(ring, OVERTAKING, OVERTAKING + 2 * RACED);
    }

    @Actor
    public void reader(L_Result result) {
      var seen = new Copy();
      ring.addTo(seen);
      boolean ofTheNextRound =
          !seen.isEmpty() && seen.get(seen.size() - 1).endNanos() != BEFORE - 1;
      result.r1 = ofTheNextRound ? "of the next round" : judged(seen);
    }

    /** Waits for the writer before the last few are read. */
    private final class Copy extends ArrayList<RecentMeasurement> {
      private static final long serialVersionUID = 1;

      @Override
      public boolean add(RecentMeasurement measurement) {
        super.add(measurement);
        if (size() == BEFORE - RACED) {
          copied = true;
          while (!overtaking) {
            Thread.onSpinWait();
          }
        }
        return true;
      }
    }
  }

  /** While the ring grows, nothing is overwritten: a reader sees all from the first on. */
  @JCStressTest
  @Description("While the ring grows, nothing is overwritten: a reader sees all from the first on.")
  @Outcome(id = "whole, all", expect = ACCEPTABLE, desc = "As promised.")
  @Outcome(id = "none, all", expect = ACCEPTABLE, desc = "The reader came before the writer.")
  @Outcome(expect = FORBIDDEN, desc = "Mixed, out of order, twice, or lost.")
  @State
  public static class Growing {
    private static final int ADDED = 300;

    private final Ring ring = new Ring();

    @Actor
    public void writer() {
      addAll(ring, 0, ADDED);
    }

    @Actor
    public void reader(LL_Result result) {
      var seen = new ArrayList<RecentMeasurement>();
      ring.addTo(seen);
      boolean fromTheFirst = seen.isEmpty() || seen.get(0).endNanos() == 0;
      result.r1 = fromTheFirst ? judged(seen) : "begins at " + seen.get(0).endNanos();
    }

    @Arbiter
    public void arbiter(LL_Result result) {
      var seen = new ArrayList<RecentMeasurement>();
      ring.addTo(seen);
      boolean all = seen.size() == ADDED && judged(seen).equals("whole");
      result.r2 = all ? "all" : "lost";
    }
  }

  private static void addAll(Ring ring, int from, int to) {
    for (int i = from; i < to; i++) {
      ring.add(i, 3L * i, -i, what(i), name(i));
    }
  }

  private static int what(int i) {
    int what = What.of(TYPES[i % 13], COMPONENTS[i % 11]);
    return What.withResult(what, RESULTS[i % 5]);
  }

  private static String name(int i) {
    return NAMES[i % 7];
  }

  private static RecentMeasurement measurement(int i) {
    return new RecentMeasurement(
        i,
        Duration.ofNanos(3L * i),
        TYPES[i % 13],
        COMPONENTS[i % 11],
        name(i),
        RESULTS[i % 5],
        -i);
  }

  private static String judged(List<RecentMeasurement> seen) {
    if (seen.isEmpty()) {
      return "none";
    }
    int first = (int) seen.get(0).endNanos();
    for (int i = 0; i < seen.size(); i++) {
      var one = seen.get(i);
      if (!one.equals(measurement((int) one.endNanos()))) {
        return "mixed";
      }
      if (one.endNanos() != first + i) {
        return one.endNanos() > first + i ? "left out" : "out of order";
      }
    }
    return "whole";
  }

  /** The slot after the last one written counts as in the making, so the oldest may be left out. */
  private static String judgedLast(List<RecentMeasurement> seen, int written) {
    boolean last =
        seen.size() >= Ring.CAPACITY - 1
            && seen.get(seen.size() - 1).endNanos() == written - 1
            && judged(seen).equals("whole");
    return last ? "the last 1024" : "lost";
  }
}
