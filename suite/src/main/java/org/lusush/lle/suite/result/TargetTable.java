// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.result;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.Targets;
import org.lusush.lle.events.score.KeystrokeScore;
import org.lusush.lle.recorder.target.Target;
import org.lusush.lle.recorder.target.TargetKind;
import org.lusush.lle.recorder.target.TargetSettings;

/**
 * What figures are held to. Immutable.
 *
 * @param limits by what is measured; in the unit of the measure
 */
public record TargetTable(Map<Measure, Double> limits) {

  private static final double SECOND_NANOS = 1e9;

  public TargetTable {
    limits = Map.copyOf(limits);
  }

  /**
   * Returns the targets that hold unless the user sets others: those of the recorder, and of the
   * keystroke score. No figure has one that is not theirs.
   */
  public static TargetTable defaults() {
    var targets = Targets.defaults();
    var held = TargetSettings.of(targets).targets();
    var limits = new EnumMap<Measure, Double>(Measure.class);
    double frame = KeystrokeScore.FRAME.toNanos();
    double noticed = targets.keystrokeWarning().toNanos();
    double heldUp = targets.keystrokeCritical().toNanos();
    double errors = targets.errorRate();
    limits.put(Measure.LATENCY_P50, (double) targets.response().toNanos());
    limits.put(Measure.LATENCY_P99, frame);
    limits.put(Measure.LATENCY_MAX, heldUp);
    limits.put(Measure.OUTSIDE_P50, frame);
    limits.put(Measure.OUTSIDE_P99, noticed);
    limits.put(Measure.RESPONSE, (double) targets.response().toNanos());
    limits.put(Measure.ERRORS, errors);
    limits.put(Measure.HIT_RATE, targets.hitRate());
    limits.put(Measure.KEYSTROKES, SECOND_NANOS / noticed);
    put(limits, Measure.OPERATIONS, held.get(TargetKind.THROUGHPUT));
    limits.put(Measure.LOST, 0.0);
    limits.put(Measure.GROWTH, (double) targets.memoryBytes());
    put(limits, Measure.BUSY, held.get(TargetKind.CPU));
    limits.put(Measure.STRESS_P99, heldUp);
    limits.put(Measure.STRESS_LOST, 0.0);
    limits.put(Measure.STRESS_ERRORS, errors);
    limits.put(Measure.WORSE, 0.0);
    return new TargetTable(limits);
  }

  private static void put(Map<Measure, Double> limits, Measure measure, @Nullable Target target) {
    if (target != null) {
      limits.put(measure, target.limit());
    }
  }

  /** Returns these with another target, or without one. */
  public TargetTable with(Measure measure, Optional<Double> limit) {
    var changed = new EnumMap<Measure, Double>(Measure.class);
    changed.putAll(limits);
    limit.ifPresentOrElse(value -> changed.put(measure, value), () -> changed.remove(measure));
    return new TargetTable(changed);
  }

  /** Returns what a figure is held to, if anything. */
  public Optional<Double> limit(Measure measure) {
    return Optional.ofNullable(limits.get(measure));
  }
}
