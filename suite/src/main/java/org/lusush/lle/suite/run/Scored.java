// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.score.Scoring;
import org.lusush.lle.events.score.CountedOperations;
import org.lusush.lle.events.score.ScoreInputs;

/**
 * What a recording says of operations and caches, as the score takes it, but of what is in the
 * recording alone: the recorder's own counts are from its start on, and have the warm-up in them.
 *
 * @param responseNanos mean duration of an operation that a person may be waiting for
 * @param errorRate share of operations that ended in error
 * @param hitRate share of cache lookups that hit
 */
record Scored(
    Optional<Double> responseNanos, Optional<Double> errorRate, Optional<Double> hitRate) {

  static final String NO_OPERATION = "no operation was recorded";

  static Scored of(Recording recording) {
    var operations = recording.timings().operations().stream().map(Scored::counted).toList();
    var inputs = ScoreInputs.none().withOperations(operations);
    var mean = inputs.meanResponseNanos();
    return new Scored(
        mean.isPresent() ? Optional.of((double) mean.getAsLong()) : Optional.empty(),
        boxed(inputs.errorRate()),
        boxed(Scoring.inputs(recording, List.of()).hitRate()));
  }

  private static CountedOperations counted(Timing timing) {
    var totals = timing.totals();
    return new CountedOperations(
        timing.operation(), totals.count(), totals.errors(), totals.totalNanos());
  }

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  static long keystrokes(Recording recording) {
    return recording.timings().keystrokes().count();
  }
}
