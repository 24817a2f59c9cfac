// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import org.lusush.lle.events.TargetState;
import org.lusush.lle.events.Targets;
import org.lusush.lle.events.schema.EventSchema.TargetStatus;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** Judges the share of operations that allocated nothing, as the recorder measured it. */
public final class ZeroAllocationRule extends LineEditorRule {

  static final TypedPreference<IQuantity> TARGET =
      Figures.share(
          "lle.allocation.target",
          "Zero-allocation target",
          "Share of the operations that should allocate nothing",
          Targets.defaults().zeroAllocation());
  static final TypedPreference<IQuantity> CRITICAL =
      Figures.share(
          "lle.allocation.critical",
          "Critical zero-allocation share",
          "Share under which the editor feeds the garbage collector with every key",
          0.5);
  static final TypedPreference<IQuantity> MINIMUM =
      Figures.minimum(
          "lle.allocation.minimum",
          "Fewest operations to judge",
          "With fewer measured operations than this the rule does not judge",
          100);

  static final TypedResult<IQuantity> SHARE =
      Figures.share("share", "Zero-Allocation Share", "Share of operations without allocation");
  static final TypedResult<IQuantity> OPERATIONS =
      Figures.count("operations", "Operations", "Operations that it was measured for");
  static final TypedResult<IQuantity> WORST_SHARE =
      Figures.share("worstShare", "Worst Window", "The smallest share of any window");

  /** The target, as the recorder names it in its events. */
  private static final String ZERO_ALLOCATION = "zero allocation";

  public ZeroAllocationRule() {
    super(
        Traits.of(
                "LleZeroAllocation",
                "allocation",
                Topics.POOLS,
                TargetStatus.TYPE,
                TargetStatus.VALUE)
            .preferring(TARGET, CRITICAL, MINIMUM)
            .giving(SHARE, OPERATIONS, WORST_SHARE));
  }

  @Override
  IResult judge(Events events, IItemCollection recording, IPreferenceValueProvider preferences) {
    var windows = Windows.of(events);
    if (events.isEmpty()) {
      return nothing(preferences);
    }
    if (windows.samples < Math.max(1, Figures.count(preferences.getPreferenceValue(MINIMUM)))) {
      return tooFew(preferences).addResult(OPERATIONS, Figures.rounded(windows.samples)).build();
    }
    double target = 1 - Figures.share(preferences.getPreferenceValue(TARGET));
    double critical = 1 - Figures.share(preferences.getPreferenceValue(CRITICAL));
    double share = windows.sum / windows.samples;
    return judged(ScoreScale.score(1 - share, target, critical), preferences)
        .addResult(SHARE, Figures.share(share))
        .addResult(OPERATIONS, Figures.rounded(windows.samples))
        .addResult(WORST_SHARE, Figures.share(windows.worst))
        .build();
  }

  /** The windows of the recorder, each weighing as much as the operations that it rests on. */
  private record Windows(double samples, double sum, double worst) {

    static Windows of(Events events) {
      double samples = 0;
      double sum = 0;
      double worst = 1;
      for (IItemIterable piece : events) {
        var target = Field.of(piece, TargetStatus.TARGET);
        var value = Field.of(piece, TargetStatus.VALUE);
        var status = Field.of(piece, TargetStatus.STATUS);
        var count = Field.of(piece, TargetStatus.SAMPLES);
        for (IItem item : piece) {
          double share = value.number(item, -1);
          double weight = count.number(item, 0);
          boolean known = !status.text(item).equals(TargetState.UNKNOWN.label());
          if (target.text(item).equals(ZERO_ALLOCATION)
              && known
              && weight > 0
              && share >= 0
              && share <= 1) {
            samples += weight;
            sum += weight * share;
            worst = Math.min(worst, share);
          }
        }
      }
      return new Windows(samples, sum, worst);
    }
  }
}
