// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/** A cache, a sizer and a coordinator in a time of their own. */
final class Replay {

  final ReplayedCache cache;
  final Coordinator coordinator = new Coordinator(TuningSettings.defaults(), DecisionListener.NONE);
  final CacheSizer sizer = new CacheSizer(() -> 0.9, SizerSettings.defaults());

  private final int lookupsPerSecond;
  private long nanos;

  Replay(int size, int maximum, int lookupsPerSecond) {
    cache = new ReplayedCache("replayed", size, maximum);
    this.lookupsPerSecond = lookupsPerSecond;
    sizer.add(cache);
    coordinator.add(sizer);
  }

  /** The same, with nothing invalidated. */
  double run(long[] trace, int from) {
    return run(trace, from, i -> false);
  }

  /** Asks for all keys of a trace, and returns the share that was hit after its first part. */
  double run(long[] trace, int from, IntPredicate isInvalidation) {
    int hits = 0;
    for (int i = 0; i < trace.length; i++) {
      if (i % lookupsPerSecond == 0) {
        nanos += TimeUnit.SECONDS.toNanos(1);
        coordinator.step(nanos);
      }
      if (isInvalidation.test(i)) {
        cache.forgetAll();
      }
      boolean isHit = cache.ask(trace[i]);
      hits += isHit && i >= from ? 1 : 0;
    }
    return (double) hits / (trace.length - from);
  }
}
