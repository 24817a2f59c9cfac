// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lusush.lle.events.CacheTier;
import org.lusush.lle.events.Targets;
import org.lusush.lle.events.schema.EventSchema.CacheStatistics;
import org.lusush.lle.events.schema.EventSchema.Session;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/**
 * Judges how often a cache gives an entry up and works another out: the share of its lookups that
 * missed while it was losing entries from its farthest tier.
 */
public final class CacheThrashRule extends LineEditorRule {

  static final TypedPreference<IQuantity> TARGET =
      Figures.share(
          "lle.thrash.target",
          "Churn target",
          "Share of the lookups of a cache that may end in giving an entry up",
          1 - Targets.defaults().hitRate());
  static final TypedPreference<IQuantity> CRITICAL =
      Figures.share(
          "lle.thrash.critical",
          "Critical churn",
          "Share of the lookups over which a cache thrashes",
          0.5);
  static final TypedPreference<IQuantity> MINIMUM =
      Figures.minimum(
          "lle.thrash.minimum",
          "Fewest lookups of a cache to judge",
          "A cache with fewer lookups than this is not judged",
          100);

  static final TypedResult<IQuantity> CACHES =
      Figures.count("caches", "Caches", "Caches that the recording has statistics of");
  static final TypedResult<String> CACHE =
      Figures.text("cache", "Worst Cache", "Cache with the largest churn");
  static final TypedResult<IQuantity> CHURN =
      Figures.share("churn", "Churn", "Share of its lookups that ended in giving an entry up");
  static final TypedResult<IQuantity> LOOKUPS =
      Figures.count("lookups", "Lookups", "Lookups of the worst cache");
  static final TypedResult<IQuantity> MISSES =
      Figures.count("misses", "Misses", "Lookups of the worst cache that missed");
  static final TypedResult<IQuantity> EVICTIONS =
      Figures.count("evictions", "Evictions", "Entries that its farthest tier gave up");
  static final TypedResult<IQuantity> ENTRIES =
      Figures.count("entries", "Entries", "Entries of its farthest tier at the end");
  static final TypedResult<IQuantity> MAXIMUM =
      Figures.count("maximum", "Maximum Entries", "Entries that it may hold");

  private static final String ALL_TIERS = "all";

  public CacheThrashRule() {
    super(
        Traits.of(
                "LleCacheThrash",
                "thrash",
                Topics.CACHES,
                CacheStatistics.TYPE,
                CacheStatistics.EVICTIONS)
            .reading(Session.TYPE)
            .preferring(TARGET, CRITICAL, MINIMUM)
            .giving(CACHES, CACHE, CHURN, LOOKUPS, MISSES, EVICTIONS, ENTRIES, MAXIMUM));
  }

  @Override
  IResult judge(Events events, IItemCollection recording, IPreferenceValueProvider preferences) {
    var caches = Cache.of(events, recording);
    if (caches.isEmpty()) {
      return nothing(preferences);
    }
    long minimum = Math.max(1, Figures.count(preferences.getPreferenceValue(MINIMUM)));
    var worst =
        caches.stream()
            .filter(cache -> cache.lookups >= minimum)
            .max(Comparator.comparingDouble(Cache::churn).thenComparing(Cache::lookups));
    if (worst.isEmpty()) {
      return tooFew(preferences).addResult(CACHES, Figures.count(caches.size())).build();
    }
    var cache = worst.get();
    double target = Figures.share(preferences.getPreferenceValue(TARGET));
    double critical = Figures.share(preferences.getPreferenceValue(CRITICAL));
    return judged(ScoreScale.score(cache.churn(), target, critical), preferences)
        .addResult(CACHES, Figures.count(caches.size()))
        .addResult(CACHE, RecordedText.of(cache.name, "no name"))
        .addResult(CHURN, Figures.share(cache.churn()))
        .addResult(LOOKUPS, Figures.rounded(cache.lookups))
        .addResult(MISSES, Figures.rounded(cache.misses))
        .addResult(EVICTIONS, Figures.rounded(cache.evictions))
        .addResult(ENTRIES, Figures.rounded(cache.entries))
        .addResult(MAXIMUM, Figures.rounded(cache.maximum))
        .build();
  }

  /** One cache within the recording. */
  private record Cache(
      String name,
      double lookups,
      double misses,
      double evictions,
      double entries,
      double maximum) {

    static List<Cache> of(Events events, IItemCollection recording) {
      var tiers = new HashMap<String, Map<String, Growth.Counters>>();
      for (var counters :
          Growth.of(
              events,
              recording,
              List.of(CacheStatistics.CACHE, CacheStatistics.TIER),
              List.of(
                  CacheStatistics.HITS,
                  CacheStatistics.MISSES,
                  CacheStatistics.EVICTIONS,
                  CacheStatistics.ENTRIES,
                  CacheStatistics.MAXIMUM_ENTRIES))) {
        tiers
            .computeIfAbsent(counters.key().get(0), cache -> new HashMap<>())
            .put(counters.key().get(1), counters);
      }
      return tiers.entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
    }

    private static Cache of(String name, Map<String, Growth.Counters> tiers) {
      var farthest = first(tiers, CacheTier.L3.label(), CacheTier.L2.label(), ALL_TIERS);
      var all = first(tiers, ALL_TIERS, CacheTier.L2.label(), CacheTier.L1.label());
      double misses = all.grown(CacheStatistics.MISSES);
      return new Cache(
          name,
          all.grown(CacheStatistics.HITS) + misses,
          misses,
          farthest.grown(CacheStatistics.EVICTIONS),
          farthest.last(CacheStatistics.ENTRIES),
          farthest.last(CacheStatistics.MAXIMUM_ENTRIES));
    }

    private static Growth.Counters first(Map<String, Growth.Counters> tiers, String... names) {
      for (String name : names) {
        if (tiers.containsKey(name)) {
          return tiers.get(name);
        }
      }
      return tiers.values().iterator().next();
    }

    /** An entry given up costs a lookup only where one misses, too. */
    double churn() {
      return lookups > 0 ? Math.min(evictions, misses) / lookups : 0;
    }
  }
}
