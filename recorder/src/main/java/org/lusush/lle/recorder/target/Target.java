// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.target;

import static java.util.Objects.requireNonNull;

import org.lusush.lle.events.TargetState;

/**
 * One target. Immutable.
 *
 * <p>A figure as good as the warning or better meets it; one between warning and limit warns; one
 * between limit and maximum is critical; one worse than the maximum has failed. A figure that rests
 * on too few measurements is unknown, whatever it is.
 *
 * @param kind what is held to it
 * @param warning figure from which on it warns, as good as the limit or better
 * @param limit figure that is to be kept
 * @param maximum worst figure that is acceptable at all, as bad as the limit or worse
 * @param enough how many measurements it takes to say, over 0
 * @param adaptive whether evidence may tighten it
 */
public record Target(
    TargetKind kind, double warning, double limit, double maximum, long enough, boolean adaptive) {
  public Target {
    requireNonNull(kind, "kind");
    if (!(limit > 0)) {
      throw new IllegalArgumentException("limit must be over 0, was " + limit);
    }
    if (!kind.isAsGood(warning, limit) || !kind.isAsGood(limit, maximum)) {
      throw new IllegalArgumentException(
          "%s must go from warning over limit to maximum, was %s, %s, %s"
              .formatted(kind.label(), warning, limit, maximum));
    }
    if (enough <= 0) {
      throw new IllegalArgumentException("enough must be over 0, was " + enough);
    }
  }

  /** Says how well a figure meets it. */
  public TargetState stateOf(double figure, long samples) {
    if (samples < enough || Double.isNaN(figure)) {
      return TargetState.UNKNOWN;
    }
    if (kind.isAsGood(figure, warning)) {
      return TargetState.MET;
    }
    if (kind.isAsGood(figure, limit)) {
      return TargetState.WARNING;
    }
    return kind.isAsGood(figure, maximum) ? TargetState.CRITICAL : TargetState.FAILED;
  }

  /**
   * Returns it with a tighter limit; the warning keeps its distance to the limit, the maximum
   * stays.
   *
   * @throws IllegalArgumentException when the limit is looser than this one's
   */
  Target tightenedTo(double tighter) {
    if (!kind.isAsGood(tighter, limit)) {
      throw new IllegalArgumentException(
          "limit must be as tight as " + limit + " or tighter, was " + tighter);
    }
    double nearness =
        kind.higherIsBetter() && isShare()
            ? 1 - (1 - tighter) * (1 - warning) / Math.max(Double.MIN_NORMAL, 1 - limit)
            : tighter * warning / limit;
    return new Target(kind, nearness, tighter, maximum, enough, adaptive);
  }

  /** Of shares, it is the distance to 1 that counts. */
  boolean isShare() {
    return kind == TargetKind.HIT_RATE || kind == TargetKind.ZERO_ALLOCATION;
  }
}
