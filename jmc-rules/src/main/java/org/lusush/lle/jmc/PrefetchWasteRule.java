// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.lusush.lle.events.schema.EventSchema.CacheStatistics;
import org.lusush.lle.events.schema.EventSchema.Session;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** Judges the share of prefetched values that nobody asked for while they were held. */
public final class PrefetchWasteRule extends LineEditorRule {

  static final TypedPreference<IQuantity> TARGET =
      Figures.share(
          "lle.prefetch.target",
          "Waste target",
          "Share of the prefetched values that may go unused",
          0.5);
  static final TypedPreference<IQuantity> CRITICAL =
      Figures.share(
          "lle.prefetch.critical",
          "Critical waste",
          "Share of unused values over which prefetching does harm",
          0.8);
  static final TypedPreference<IQuantity> MINIMUM =
      Figures.minimum(
          "lle.prefetch.minimum",
          "Fewest prefetches of a cache to judge",
          "A cache with fewer prefetches than this is not judged",
          50);

  static final TypedResult<IQuantity> PREFETCHES =
      Figures.count("prefetches", "Prefetches", "Values prefetched, over all caches");
  static final TypedResult<String> CACHE =
      Figures.text("cache", "Worst Cache", "Cache with the largest share of waste");
  static final TypedResult<IQuantity> CACHE_PREFETCHES =
      Figures.count("cachePrefetches", "Prefetches of It", "Values prefetched for that cache");
  static final TypedResult<IQuantity> UNUSED =
      Figures.count("unused", "Unused", "Of these, how many nobody asked for");
  static final TypedResult<IQuantity> WASTE =
      Figures.share("waste", "Waste", "Share of its prefetched values that nobody asked for");

  public PrefetchWasteRule() {
    super(
        Traits.of(
                "LlePrefetchWaste",
                "prefetch",
                Topics.CACHES,
                CacheStatistics.TYPE,
                CacheStatistics.PREFETCHES)
            .reading(Session.TYPE)
            .preferring(TARGET, CRITICAL, MINIMUM)
            .giving(PREFETCHES, CACHE, CACHE_PREFETCHES, UNUSED, WASTE));
  }

  @Override
  IResult judge(Events events, IItemCollection recording, IPreferenceValueProvider preferences) {
    var caches = Prefetches.of(events, recording);
    if (caches.isEmpty()) {
      return nothing(preferences);
    }
    double all = caches.stream().mapToDouble(Prefetches::made).sum();
    long minimum = Math.max(1, Figures.count(preferences.getPreferenceValue(MINIMUM)));
    var worst =
        caches.stream()
            .filter(cache -> cache.made >= minimum)
            .max(Comparator.comparingDouble(Prefetches::waste).thenComparing(Prefetches::made));
    if (worst.isEmpty()) {
      return tooFew(preferences).addResult(PREFETCHES, Figures.rounded(all)).build();
    }
    var cache = worst.get();
    double target = Figures.share(preferences.getPreferenceValue(TARGET));
    double critical = Figures.share(preferences.getPreferenceValue(CRITICAL));
    return judged(ScoreScale.score(cache.waste(), target, critical), preferences)
        .addResult(PREFETCHES, Figures.rounded(all))
        .addResult(CACHE, RecordedText.of(cache.name, "no name"))
        .addResult(CACHE_PREFETCHES, Figures.rounded(cache.made))
        .addResult(UNUSED, Figures.rounded(cache.made - cache.used))
        .addResult(WASTE, Figures.share(cache.waste()))
        .build();
  }

  /** What came of the prefetching for one cache; its tiers may all state the same figures. */
  private record Prefetches(String name, double made, double used) {

    static List<Prefetches> of(Events events, IItemCollection recording) {
      var caches = new HashMap<String, Prefetches>();
      for (var counters :
          Growth.of(
              events,
              recording,
              List.of(CacheStatistics.CACHE, CacheStatistics.TIER),
              List.of(CacheStatistics.PREFETCHES, CacheStatistics.PREFETCHES_USED))) {
        String name = counters.key().get(0);
        double made = counters.grown(CacheStatistics.PREFETCHES);
        double used = Math.min(made, counters.grown(CacheStatistics.PREFETCHES_USED));
        caches.merge(name, new Prefetches(name, made, used), (a, b) -> a.made >= b.made ? a : b);
      }
      return List.copyOf(caches.values());
    }

    double waste() {
      return made > 0 ? (made - used) / made : 0;
    }
  }
}
