// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.Comparator;
import java.util.List;
import org.lusush.lle.events.schema.EventSchema.PoolStatistics;
import org.lusush.lle.events.schema.EventSchema.Session;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** Judges how many objects of a pool were never given back, or given back twice. */
public final class PoolLeakRule extends LineEditorRule {

  static final TypedPreference<IQuantity> TARGET =
      Figures.share(
          "lle.leak.target",
          "Leak target",
          "Share of the objects of a pool that may be lost or given back twice",
          0);
  static final TypedPreference<IQuantity> CRITICAL =
      Figures.share(
          "lle.leak.critical",
          "Critical leaks",
          "Share of such objects over which the pool is misused",
          0.01);
  static final TypedPreference<IQuantity> MINIMUM =
      Figures.minimum(
          "lle.leak.minimum",
          "Fewest takes of a pool to judge",
          "A pool with fewer takes than this is not judged",
          20);

  static final TypedResult<IQuantity> TAKES =
      Figures.count("takes", "Takes", "Objects taken, over all pools");
  static final TypedResult<String> POOL =
      Figures.text("pool", "Worst Pool", "Pool with the largest share of leaks");
  static final TypedResult<IQuantity> POOL_TAKES =
      Figures.count("poolTakes", "Takes of It", "Objects taken from that pool");
  static final TypedResult<IQuantity> LEAKS =
      Figures.count("leaks", "Leaks", "Objects collected before anyone gave them back");
  static final TypedResult<IQuantity> DOUBLE_RETURNS =
      Figures.count("doubleReturns", "Double Returns", "Returns of what was given back already");
  static final TypedResult<IQuantity> IN_USE =
      Figures.count("inUse", "In Use", "Objects of it on loan at the end");

  public PoolLeakRule() {
    super(
        Traits.of("LlePoolLeaks", "leak", Topics.POOLS, PoolStatistics.TYPE, PoolStatistics.LEAKS)
            .reading(Session.TYPE)
            .preferring(TARGET, CRITICAL, MINIMUM)
            .giving(TAKES, POOL, POOL_TAKES, LEAKS, DOUBLE_RETURNS, IN_USE));
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
                PoolStatistics.LEAKS,
                PoolStatistics.DOUBLE_RETURNS,
                PoolStatistics.IN_USE));
    if (pools.isEmpty()) {
      return nothing(preferences);
    }
    double all = pools.stream().mapToDouble(pool -> pool.grown(PoolStatistics.TAKES)).sum();
    long minimum = Math.max(1, Figures.count(preferences.getPreferenceValue(MINIMUM)));
    var worst =
        pools.stream()
            .filter(pool -> pool.grown(PoolStatistics.TAKES) >= minimum)
            .max(Comparator.comparingDouble(PoolLeakRule::misused));
    if (worst.isEmpty()) {
      return tooFew(preferences).addResult(TAKES, Figures.rounded(all)).build();
    }
    var pool = worst.get();
    double target = Figures.share(preferences.getPreferenceValue(TARGET));
    double critical = Figures.share(preferences.getPreferenceValue(CRITICAL));
    return judged(ScoreScale.score(misused(pool), target, critical), preferences)
        .addResult(TAKES, Figures.rounded(all))
        .addResult(POOL, RecordedText.of(pool.key().get(0), "no name"))
        .addResult(POOL_TAKES, Figures.rounded(pool.grown(PoolStatistics.TAKES)))
        .addResult(LEAKS, Figures.rounded(pool.grown(PoolStatistics.LEAKS)))
        .addResult(DOUBLE_RETURNS, Figures.rounded(pool.grown(PoolStatistics.DOUBLE_RETURNS)))
        .addResult(IN_USE, Figures.rounded(pool.last(PoolStatistics.IN_USE)))
        .build();
  }

  private static double misused(Growth.Counters pool) {
    double bad = pool.grown(PoolStatistics.LEAKS) + pool.grown(PoolStatistics.DOUBLE_RETURNS);
    return bad / Math.max(1, pool.grown(PoolStatistics.TAKES));
  }
}
