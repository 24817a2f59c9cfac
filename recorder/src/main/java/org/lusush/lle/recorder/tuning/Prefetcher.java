// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static java.util.Locale.ROOT;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * Has a cache work out what is likely to be asked for next, as long as that pays.
 *
 * <p>Learns which keys follow which, by a Markov model of first and second order. Whether it pays
 * is measured: time saved for those who asked against time spent. When it does not, the advice is
 * to switch it off; while it is off, guesses are still made and checked, and when they are right
 * often enough, and it has rested, the advice is to switch it on again.
 *
 * <p>Belongs to the coordinator's thread. Prefetching what the switch allows is no tuning decision:
 * it changes no parameter.
 *
 * @param <K> the keys of the cache
 */
public final class Prefetcher<K> implements Tuner {

  private static final String NAME = "prefetcher";
  private static final double TOLERANCE = 0.02;
  private static final int LONGEST_COUNT = 4;
  private static final int MOST_RESTS = 20;

  private final PrefetchedCache<K> cache;
  private final PrefetchSettings settings;
  private final Successors<K> successors = new Successors<>();
  private final Guesses<K> guesses;
  private final Metric metric;

  private PrefetchedCache.Counts base;
  private Tally since;
  private boolean wasOn;
  private long restedNanos;
  private int rests;

  /**
   * Makes one that has learned nothing yet.
   *
   * @param cache the cache that it prefetches for
   * @param settings when that pays
   */
  public Prefetcher(PrefetchedCache<K> cache, PrefetchSettings settings) {
    this.cache = requireNonNull(cache, "cache");
    this.settings = requireNonNull(settings, "settings");
    guesses = new Guesses<>(settings.enough());
    metric = new Metric("hit rate", true, settings.enough(), TOLERANCE, this::counted);
    base = cache.counts();
    since = counted();
    wasOn = isOn();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void observe() {
    var accesses = cache.drainAccesses();
    if (accesses.isEmpty()) {
      return;
    }
    for (var key : accesses) {
      guesses.check(key);
      successors.learn(key);
    }
    var keys =
        successors.guess(settings.price()).stream()
            .limit(settings.most())
            .map(Successors.Guess::key)
            .toList();
    keys.forEach(guesses::add);
    if (isOn() && !keys.isEmpty()) {
      cache.prefetch(keys);
    }
  }

  @Override
  public List<Advice> advise(Window now) {
    boolean isOn = isOn();
    if (isOn != wasOn) {
      wasOn = isOn;
      restart();
    }
    if (now.watched().contains(cache.prefetching().subject())) {
      return List.of();
    }
    return isOn ? adviseOff() : adviseOn(now);
  }

  private void restart() {
    base = cache.counts();
    since = counted();
    restedNanos = 0;
    guesses.clear();
  }

  private List<Advice> adviseOff() {
    var counts = cache.counts().since(base);
    if (counts.issued() < settings.enough()) {
      return List.of();
    }
    if (counts.savedNanos() >= settings.price() * counts.spentNanos()) {
      if (counts.issued() >= LONGEST_COUNT * (long) settings.enough()) {
        rests = Math.max(0, rests - 1);
        restart();
      }
      return List.of();
    }
    var reason =
        String.format(
            ROOT,
            "%d of %d prefetched values were used: %.1f ms saved for %.1f ms spent",
            counts.used(),
            counts.issued(),
            counts.savedNanos() / 1e6,
            counts.spentNanos() / 1e6);
    var lookups = counted().since(since);
    double lost = (double) counts.used() / Math.max(1, lookups.count());
    rests = Math.min(MOST_RESTS, rests + 1);
    return List.of(advice(0, reason, 0, lookups, lookups.mean() - lost));
  }

  private List<Advice> adviseOn(Window now) {
    restedNanos += now.length().toNanos();
    double precision = guesses.precision();
    if (restedNanos < rest().toNanos()
        || !guesses.areEnough()
        || precision < Math.min(1, settings.price() + settings.hysteresis())) {
      return List.of();
    }
    var reason =
        String.format(
            ROOT,
            "%.3f of the last guesses were right, wanted %.3f",
            precision,
            settings.price() + settings.hysteresis());
    var lookups = counted().since(since);
    double gain = precision * guesses.all() / Math.max(1, restedNanos / 1e9);
    return List.of(advice(1, reason, gain, lookups, lookups.mean()));
  }

  private Duration rest() {
    if (rests == 0) {
      return Duration.ZERO;
    }
    var rest = settings.rest().multipliedBy(1L << (rests - 1));
    return rest.compareTo(settings.longestRest()) > 0 ? settings.longestRest() : rest;
  }

  private Advice advice(double to, String reason, double gain, Tally before, double predicted) {
    var evidence = new Evidence(metric, before, predicted, Control.NONE, 0);
    return new Advice(NAME, cache.prefetching(), to, reason, gain, evidence);
  }

  private boolean isOn() {
    return cache.prefetching().value() != 0;
  }

  private Tally counted() {
    long hits = cache.hits();
    return Tally.ofShare(hits, hits + cache.misses());
  }
}
