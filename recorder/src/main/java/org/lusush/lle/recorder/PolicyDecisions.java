// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import static java.util.Locale.ROOT;

import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.TuningOutcome;
import org.lusush.lle.recorder.cache.EvictionPolicy;
import org.lusush.lle.recorder.cache.PolicyChange;
import org.lusush.lle.recorder.cache.PolicyListener;
import org.lusush.lle.recorder.tuning.Coordinator;
import org.lusush.lle.recorder.tuning.Decision;

/**
 * Puts down by what a cache gives up entries among the decisions of the tuners. The value of the
 * parameter is the {@link EvictionPolicy#depth} of the policy.
 *
 * <p>Called by one thread at a time.
 */
final class PolicyDecisions implements PolicyListener {

  private static final String TUNER = "policy chooser";
  private static final String PARAMETER = "eviction policy";
  private static final String METRIC = "hit rate";

  private final String cache;
  private final Coordinator coordinator;
  private @Nullable Applied applied;

  private record Applied(long id, PolicyChange change) {}

  PolicyDecisions(String cache, Coordinator coordinator) {
    this.cache = cache;
    this.coordinator = coordinator;
  }

  @Override
  public void changed(PolicyChange change) {
    var last = applied;
    if (change.isBack() && last != null) {
      applied = null;
      note(last, change.observed(), reason(change), TuningOutcome.ROLLED_BACK);
    } else {
      var now = new Applied(coordinator.nextDecision(), change);
      applied = now;
      note(now, Double.NaN, reason(change), TuningOutcome.APPLIED);
    }
  }

  private void note(Applied of, double observed, String reason, TuningOutcome outcome) {
    var change = of.change();
    coordinator.note(
        new Decision(
            of.id(),
            TUNER,
            cache,
            PARAMETER,
            change.from().depth(),
            change.to().depth(),
            reason,
            METRIC,
            change.before(),
            change.predicted(),
            observed,
            outcome));
  }

  private static String reason(PolicyChange change) {
    return String.format(
        ROOT,
        "of %d lookups %s hit %.3f, %s would have %.3f",
        change.lookups(),
        change.from().label(),
        change.before(),
        change.to().label(),
        change.predicted());
  }
}
