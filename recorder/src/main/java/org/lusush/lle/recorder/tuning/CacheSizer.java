// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;

/**
 * Says how many entries a cache needs for its hit rate.
 *
 * <p>From the distances between two lookups of the same key it knows what an LRU cache of any size
 * would hit. A cache is to have the smallest size that hits as often as the target wants; where its
 * maximum does not reach that, the size from which on doubling it gains less than a point. What a
 * cache really hits at its present size corrects the curve: it is not LRU. Lookups of what nobody
 * asked for before miss at any size, so they lower what can be reached, and never ask for entries.
 *
 * <p>Grows as soon as there is evidence; shrinks to the most that any of the last epochs needed, so
 * that a pause in the work does not cost the cache.
 *
 * <p>Caches may be added by any thread; the rest belongs to the coordinator's.
 */
public final class CacheSizer implements Tuner {

  private final DoubleSupplier target;
  private final SizerSettings settings;
  private final List<SizedCache> caches = new CopyOnWriteArrayList<>();

  /**
   * Makes one without caches.
   *
   * @param target the hit rate to reach, from 0 to 1
   * @param settings when it moves
   */
  public CacheSizer(DoubleSupplier target, SizerSettings settings) {
    this.target = requireNonNull(target, "target");
    this.settings = requireNonNull(settings, "settings");
  }

  /** Sizes one cache more. */
  public void add(TunedCache cache) {
    caches.add(new SizedCache(requireNonNull(cache, "cache"), settings));
  }

  @Override
  public String name() {
    return "cache sizer";
  }

  @Override
  public void observe() {
    for (var cache : caches) {
      cache.observe();
    }
  }

  @Override
  public List<Advice> advise(Window now) {
    var advice = new ArrayList<Advice>();
    for (var cache : caches) {
      cache.emitCurve();
      if (!now.watched().contains(cache.name())) {
        cache.advise(target.getAsDouble(), now).ifPresent(advice::add);
      }
    }
    return advice;
  }
}
