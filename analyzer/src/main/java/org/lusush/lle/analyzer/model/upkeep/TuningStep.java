// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.upkeep;

/**
 * One step of tuning.
 *
 * @param epochNanos when
 * @param decision number of the decision in its process; its steps share it
 * @param tuner who advised it
 * @param subject cache, pool or target that it is about
 * @param parameter what was changed
 * @param from value before
 * @param to value advised
 * @param reason evidence of the tuner
 * @param metric figure that was to become better
 * @param before that figure before
 * @param predicted that figure as predicted
 * @param observed that figure afterwards, or 0 while there is none
 * @param outcome label of what became of it
 */
public record TuningStep(
    long epochNanos,
    long decision,
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
    String outcome) {}
