// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.List;
import java.util.Objects;
import org.lusush.lle.events.Targets;
import org.lusush.lle.events.schema.EventSchema.CacheLookup;
import org.openjdk.jmc.common.item.Attribute;
import org.openjdk.jmc.common.item.IAttribute;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
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

  private static final IAttribute<Boolean> HIT =
      Attribute.attr(CacheLookup.HIT, "Hit", UnitLookup.FLAG);
  private static final IAttribute<String> CACHE =
      Attribute.attr(CacheLookup.CACHE, "Cache", UnitLookup.PLAIN_TEXT);

  public CacheHitRateRule() {
    super(
        "LleCacheHitRate",
        "cache",
        CacheLookup.TYPE,
        CacheLookup.HIT,
        List.of(TARGET, CRITICAL, MINIMUM),
        List.of(TypedResult.SCORE, LOOKUPS, MISSES, HIT_RATE, WORST_CACHE, WORST_CACHE_MISSES));
  }

  @Override
  IResult judge(Events events, IPreferenceValueProvider preferences) {
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
            .addResult(HIT_RATE, Figures.share(1 - missRate));
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

  private record Lookups(long count, long misses, Tally missesByCache) {

    static Lookups of(Events events) {
      long count = 0;
      long misses = 0;
      var missesByCache = new Tally();
      for (IItemIterable piece : events) {
        var hit = HIT.getAccessor(piece.getType());
        var cache = CACHE.getAccessor(piece.getType());
        if (hit == null) {
          continue;
        }
        for (IItem item : piece) {
          count++;
          if (!Boolean.TRUE.equals(hit.getMember(item))) {
            misses++;
            missesByCache.add(
                cache == null ? "" : Objects.requireNonNullElse(cache.getMember(item), ""));
          }
        }
      }
      return new Lookups(count, misses, missesByCache);
    }
  }
}
