// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.Locale;
import org.lusush.lle.events.CacheTier;
import org.lusush.lle.events.Targets;
import org.lusush.lle.events.schema.EventSchema.CacheLookup;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** Judges the share of cache lookups that hit. */
public final class CacheHitRateRule extends LineEditorRule {

  static final TypedPreference<IQuantity> TARGET =
      Figures.share(
          "lle.cache.target",
          "Hit rate target",
          "Share of cache lookups that should hit",
          Targets.defaults().hitRate());
  static final TypedPreference<IQuantity> CRITICAL =
      Figures.share(
          "lle.cache.critical",
          "Critical hit rate",
          "Share of cache lookups under which caching hardly pays",
          0.5);
  static final TypedPreference<IQuantity> MINIMUM =
      Figures.minimum(
          "lle.cache.minimum",
          "Fewest cache lookups to judge",
          "With fewer cache lookups than this the rule does not judge",
          100);

  static final TypedResult<IQuantity> LOOKUPS =
      Figures.count("lookups", "Lookups", "Cache lookups in the recording");
  static final TypedResult<IQuantity> MISSES =
      Figures.count("misses", "Misses", "Cache lookups that no tier could answer");
  static final TypedResult<IQuantity> HIT_RATE =
      Figures.share("hitRate", "Hit Rate", "Share of cache lookups that hit");
  static final TypedResult<String> WORST_CACHE =
      Figures.text("worstCache", "Worst Cache", "Cache with the most misses");
  static final TypedResult<IQuantity> WORST_CACHE_MISSES =
      Figures.count(
          "worstCacheMisses", "Misses of the Worst Cache", "Cache lookups that missed in it");

  static final TypedResult<IQuantity> L1_SHARE = tierShare(CacheTier.L1);
  static final TypedResult<IQuantity> L2_SHARE = tierShare(CacheTier.L2);
  static final TypedResult<IQuantity> L3_SHARE = tierShare(CacheTier.L3);

  public CacheHitRateRule() {
    super(
        Traits.of("LleCacheHitRate", "cache", Topics.CACHES, CacheLookup.TYPE, CacheLookup.HIT)
            .needingAll()
            .preferring(TARGET, CRITICAL, MINIMUM)
            .giving(LOOKUPS, MISSES, HIT_RATE, L1_SHARE, L2_SHARE, L3_SHARE)
            .giving(WORST_CACHE, WORST_CACHE_MISSES));
  }

  private static TypedResult<IQuantity> tierShare(CacheTier tier) {
    return Figures.share(
        tier.label().toLowerCase(Locale.ROOT) + "Share",
        "Share of " + tier.label(),
        "Share of all lookups that tier " + tier.label() + " answered");
  }

  @Override
  IResult judge(Events events, IItemCollection recording, IPreferenceValueProvider preferences) {
    var lookups = Lookups.of(events);
    if (lookups.count() == 0) {
      return nothing(preferences);
    }
    if (lookups.count() < Figures.count(preferences.getPreferenceValue(MINIMUM))) {
      return tooFew(preferences)
          .addResult(LOOKUPS, Figures.count(lookups.count()))
          .addResult(MISSES, Figures.count(lookups.misses()))
          .build();
    }
    double missRate = (double) lookups.misses() / lookups.count();
    double target = 1 - Figures.share(preferences.getPreferenceValue(TARGET));
    double critical = 1 - Figures.share(preferences.getPreferenceValue(CRITICAL));
    var result =
        judged(ScoreScale.score(missRate, target, critical), preferences)
            .addResult(LOOKUPS, Figures.count(lookups.count()))
            .addResult(MISSES, Figures.count(lookups.misses()))
            .addResult(HIT_RATE, Figures.share(1 - missRate))
            .addResult(L1_SHARE, lookups.share(CacheTier.L1))
            .addResult(L2_SHARE, lookups.share(CacheTier.L2))
            .addResult(L3_SHARE, lookups.share(CacheTier.L3));
    lookups
        .missesByCache()
        .top()
        .ifPresent(
            worst ->
                result
                    .addResult(WORST_CACHE, RecordedText.of(worst.getKey(), "no name"))
                    .addResult(WORST_CACHE_MISSES, Figures.count(worst.getValue())));
    return result.build();
  }

  private record Lookups(long count, long misses, Tally missesByCache, Tally hitsByTier) {

    static Lookups of(Events events) {
      long count = 0;
      long misses = 0;
      var missesByCache = new Tally();
      var hitsByTier = new Tally();
      for (IItemIterable piece : events) {
        var hit = Field.of(piece, CacheLookup.HIT);
        var cache = Field.of(piece, CacheLookup.CACHE);
        var tier = Field.of(piece, CacheLookup.TIER);
        if (!hit.exists()) {
          continue;
        }
        for (IItem item : piece) {
          count++;
          if (hit.flag(item, false)) {
            hitsByTier.add(tier.text(item));
          } else {
            misses++;
            missesByCache.add(cache.text(item));
          }
        }
      }
      return new Lookups(count, misses, missesByCache, hitsByTier);
    }

    IQuantity share(CacheTier tier) {
      return Figures.share((double) hitsByTier.of(tier.label()) / count);
    }
  }
}
