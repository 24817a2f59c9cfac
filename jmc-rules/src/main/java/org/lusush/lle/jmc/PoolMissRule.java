// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.Comparator;
import java.util.List;
import org.lusush.lle.events.Targets;
import org.lusush.lle.events.schema.EventSchema.PoolStatistics;
import org.lusush.lle.events.schema.EventSchema.Session;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** Judges the share of objects that a pool had to make anew. */
public final class PoolMissRule extends LineEditorRule {

  static final TypedPreference<IQuantity> TARGET =
      Figures.share(
          "lle.pool.target",
          "Miss target",
          "Share of the objects of a pool that may be made anew",
          1 - Targets.defaults().zeroAllocation());
  static final TypedPreference<IQuantity> CRITICAL =
      Figures.share(
          "lle.pool.critical",
          "Critical misses",
          "Share of new objects over which pooling hardly pays",
          0.5);
  static final TypedPreference<IQuantity> MINIMUM =
      Figures.minimum(
          "lle.pool.minimum",
          "Fewest takes of a pool to judge",
          "A pool with fewer takes than this is not judged",
          100);

  static final TypedResult<IQuantity> TAKES =
      Figures.count("takes", "Takes", "Objects taken, over all pools");
  static final TypedResult<String> POOL =
      Figures.text("pool", "Worst Pool", "Pool with the largest share of misses");
  static final TypedResult<IQuantity> POOL_TAKES =
      Figures.count("poolTakes", "Takes of It", "Objects taken from that pool");
  static final TypedResult<IQuantity> MISSES =
      Figures.count("misses", "Misses", "Of these, how many were made anew");
  static final TypedResult<IQuantity> MISS_SHARE =
      Figures.share("missShare", "Miss Share", "Share of its objects that were made anew");
  static final TypedResult<IQuantity> DROPPED =
      Figures.count("dropped", "Dropped", "Objects given back that it had no room for");
  static final TypedResult<IQuantity> CAPACITY =
      Figures.count("capacity", "Capacity", "Free objects that it keeps for a thread at the end");
  static final TypedResult<IQuantity> PEAK =
      Figures.count("peak", "Peak in Use", "Most objects on loan at once, at the end");

  public PoolMissRule() {
    super(
        Traits.of("LlePoolMisses", "pool", Topics.POOLS, PoolStatistics.TYPE, PoolStatistics.TAKES)
            .reading(Session.TYPE)
            .preferring(TARGET, CRITICAL, MINIMUM)
            .giving(TAKES, POOL, POOL_TAKES, MISSES, MISS_SHARE, DROPPED, CAPACITY, PEAK));
  }

  @Override
  IResult judge(Events events, IItemCollection recording, IPreferenceValueProvider preferences) {
    var pools =
        Growth.of(
            events,
            recording,
            List.of(PoolStatistics.POOL),
            List.of(
                PoolStatistics.TAKES,
                PoolStatistics.REUSED,
                PoolStatistics.DROPPED,
                PoolStatistics.CAPACITY,
                PoolStatistics.PEAK_IN_USE));
    if (pools.isEmpty()) {
      return nothing(preferences);
    }
    double all = pools.stream().mapToDouble(PoolMissRule::takes).sum();
    long minimum = Math.max(1, Figures.count(preferences.getPreferenceValue(MINIMUM)));
    var worst =
        pools.stream()
            .filter(pool -> takes(pool) >= minimum)
            .max(
                Comparator.comparingDouble(PoolMissRule::missShare)
                    .thenComparing(PoolMissRule::takes));
    if (worst.isEmpty()) {
      return tooFew(preferences).addResult(TAKES, Figures.rounded(all)).build();
    }
    var pool = worst.get();
    double target = Figures.share(preferences.getPreferenceValue(TARGET));
    double critical = Figures.share(preferences.getPreferenceValue(CRITICAL));
    return judged(ScoreScale.score(missShare(pool), target, critical), preferences)
        .addResult(TAKES, Figures.rounded(all))
        .addResult(POOL, RecordedText.of(pool.key().get(0), "no name"))
        .addResult(POOL_TAKES, Figures.rounded(takes(pool)))
        .addResult(MISSES, Figures.rounded(missShare(pool) * takes(pool)))
        .addResult(MISS_SHARE, Figures.share(missShare(pool)))
        .addResult(DROPPED, Figures.rounded(pool.grown(PoolStatistics.DROPPED)))
        .addResult(CAPACITY, Figures.rounded(pool.last(PoolStatistics.CAPACITY)))
        .addResult(PEAK, Figures.rounded(pool.last(PoolStatistics.PEAK_IN_USE)))
        .build();
  }

  private static double takes(Growth.Counters pool) {
    return pool.grown(PoolStatistics.TAKES);
  }

  private static double missShare(Growth.Counters pool) {
    double reused = Math.min(takes(pool), pool.grown(PoolStatistics.REUSED));
    return takes(pool) > 0 ? 1 - reused / takes(pool) : 0;
  }
}
