// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.recorder.statistics.StatisticsTable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLI_Result;

/** Two threads that look up their {@link Tracks}. */
public final class TracksStress {

  private TracksStress() {}

  /** A thread gets its own track, always the same, whosever is the favorite at its place. */
  @JCStressTest
  @Description(
      "A thread gets its own track, always the same, whosever is the favorite at its place.")
  @Outcome(id = "own, own, 2", expect = ACCEPTABLE, desc = "Each its own, and no third one.")
  @Outcome(expect = FORBIDDEN, desc = "Another thread's track, a second one, or one lost.")
  @State
  public static class Favorite {
    private static final Monitor MONITOR = new Monitor(Ticker.system());
    private static final int LOOKUPS = 20;

    private final Tracks tracks = new Tracks(MONITOR, new StatisticsTable(Ticker.system()));

    /** Held here, too: a track goes with its thread, and threads may end before the arbiter. */
    private final @Nullable Track[] found = new Track[2];

    @Actor
    public void one(LLI_Result result) {
      result.r1 = lookedUp(0);
    }

    @Actor
    public void other(LLI_Result result) {
      result.r2 = lookedUp(1);
    }

    @SuppressWarnings("ReferenceEquality") // the very same
    private String lookedUp(int actor) {
      var thread = Thread.currentThread();
      var own = tracks.current();
      found[actor] = own;
      for (int i = 0; i < LOOKUPS; i++) {
        var others = found[1 - actor];
        // As a thread of the same hash would: the place of the one is that of the other.
        tracks.favor(i % 2 == 0 || others == null ? own : others);
        var again = tracks.current();
        if (!again.isOf(thread)) {
          return "another's";
        } else if (again != own) {
          return "a second one";
        }
      }
      return own.isOf(thread) ? "own" : "another's at first";
    }

    @Arbiter
    public void arbiter(LLI_Result result) {
      var count = new AtomicInteger();
      tracks.forEach(track -> count.incrementAndGet());
      result.r3 = count.get();
    }
  }
}
