// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc.corpus;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.lusush.lle.events.CacheLookupEvent;
import org.lusush.lle.events.CacheStatisticsEvent;
import org.lusush.lle.events.CacheTier;
import org.lusush.lle.events.KeystrokeEvent;
import org.lusush.lle.events.OperationEvent;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.PoolStatisticsEvent;
import org.lusush.lle.events.PressureLevel;
import org.lusush.lle.events.ResourcePressureEvent;
import org.lusush.lle.events.ResourceUsageEvent;
import org.lusush.lle.events.Result;
import org.lusush.lle.events.SessionEvent;
import org.lusush.lle.events.TargetStatusEvent;
import org.lusush.lle.events.TuningDecisionEvent;
import org.lusush.lle.events.TuningOutcome;

/** Emits events as a recorder would. */
final class Emit {

  private static final long SHORTEST_WAIT_NANOS = 1_000_000;

  private Emit() {}

  /** Emits keystrokes that last at least as long as said of each. */
  static void keystrokes(int count, String widget, IntFunction<Duration> latency) {
    keystrokesDoing(count, widget, i -> spend(latency.apply(i)));
  }

  /** Emits keystrokes in which something is done. */
  static void keystrokesDoing(int count, String widget, Work work) {
    for (int i = 0; i < count; i++) {
      var event = new KeystrokeEvent();
      event.begin();
      work.run(i);
      event.end();
      event.widget = widget;
      event.result = Result.SUCCESS.label();
      event.waited = true;
      event.commit();
    }
  }

  /** Does something for the keystroke of a number. */
  interface Work {
    void run(int number);
  }

  static void operations(
      int count, OperationType type, String name, Result result, Duration atLeast) {
    for (int i = 0; i < count; i++) {
      var event = new OperationEvent();
      event.begin();
      long start = System.nanoTime();
      spend(atLeast);
      event.selfTime = System.nanoTime() - start;
      event.end();
      event.operation = type.label();
      event.component = type.component().label();
      event.name = name;
      event.result = result.label();
      event.commit();
    }
  }

  static void lookups(int count, String cache, CacheTier tier) {
    for (int i = 0; i < count; i++) {
      var event = new CacheLookupEvent();
      event.begin();
      event.cache = cache;
      event.tier = tier.label();
      event.hit = tier != CacheTier.NONE;
      event.commit();
    }
  }

  /** Emits one reading of a cache as a whole and of its only tier. */
  static void cache(
      String name, long hits, long misses, long evictions, long prefetches, long prefetchesUsed) {
    for (String tier : new String[] {"all", CacheTier.L2.label()}) {
      var event = new CacheStatisticsEvent();
      event.cache = name;
      event.tier = tier;
      event.entries = 64;
      event.maximumEntries = 64;
      event.hits = hits;
      event.misses = misses;
      event.evictions = evictions;
      event.prefetches = prefetches;
      event.prefetchesUsed = prefetchesUsed;
      event.commit();
    }
  }

  static void pool(String name, long takes, long reused, long leaks, long doubleReturns) {
    var event = new PoolStatisticsEvent();
    event.pool = name;
    event.capacity = 16;
    event.takes = takes;
    event.reused = reused;
    event.leaks = leaks;
    event.doubleReturns = doubleReturns;
    event.commit();
  }

  static void target(String target, double value, long samples) {
    var event = new TargetStatusEvent();
    event.target = target;
    event.value = value;
    event.status = "met";
    event.samples = samples;
    event.commit();
  }

  static void usage() {
    var event = new ResourceUsageEvent();
    event.throttledTime = -1;
    event.commit();
  }

  static void pressure(String resource, PressureLevel from, PressureLevel to) {
    var event = new ResourcePressureEvent();
    event.resource = resource;
    event.fromLevel = from.label();
    event.toLevel = to.label();
    event.commit();
  }

  static void tuning(String subject, double from, double to, TuningOutcome outcome) {
    var event = new TuningDecisionEvent();
    event.subject = subject;
    event.parameter = "entries";
    event.from = from;
    event.to = to;
    event.outcome = outcome.label();
    event.commit();
  }

  /** Emits what the recorder says of itself. */
  static void session(long keystrokes) {
    var event = new SessionEvent();
    event.shell = "corpus";
    event.started = 1;
    event.keystrokes = keystrokes;
    event.commit();
  }

  /** Takes at least so long, and little more: who waits is not pushed off a busy processor. */
  static void spend(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      if (left >= SHORTEST_WAIT_NANOS) {
        LockSupport.parkNanos(left);
      } else {
        Thread.onSpinWait();
      }
    }
  }
}
