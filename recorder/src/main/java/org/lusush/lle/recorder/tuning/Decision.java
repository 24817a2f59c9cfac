// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static java.util.Objects.requireNonNull;

import org.lusush.lle.events.TuningOutcome;

/**
 * One step of tuning.
 *
 * @param id number of the decision, from 1; its steps share it
 * @param tuner who advised it
 * @param subject cache, pool or target that it is about
 * @param parameter what was changed
 * @param from value before
 * @param to value advised
 * @param reason evidence, and for a refusal why; after a slash where both
 * @param metric figure that is to become better by it
 * @param before that figure over the window before
 * @param predicted that figure as predicted
 * @param observed that figure after it, or NaN while there is none
 * @param outcome what became of it
 */
public record Decision(
    long id,
    String tuner,
    String subject,
    String parameter,
    double from,
    double to,
    String reason,
    String metric,
    double before,
    double predicted,
    double observed,
    TuningOutcome outcome) {
  public Decision {
    requireNonNull(tuner, "tuner");
    requireNonNull(subject, "subject");
    requireNonNull(parameter, "parameter");
    requireNonNull(reason, "reason");
    requireNonNull(metric, "metric");
    requireNonNull(outcome, "outcome");
  }

  static Decision of(
      long id, Advice advice, double from, double observed, String reason, TuningOutcome outcome) {
    var knob = advice.knob();
    var evidence = advice.evidence();
    return new Decision(
        id,
        advice.tuner(),
        knob.subject(),
        knob.parameter(),
        from,
        advice.to(),
        reason,
        evidence.metric().name(),
        evidence.before().mean(),
        evidence.predicted(),
        observed,
        outcome);
  }
}
