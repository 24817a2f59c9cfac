// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks;

import org.lusush.lle.benchmarks.detection.Detection;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long and how often everything is measured.
 *
 * @param rounds passes over all benchmarks, each with a fork of every one
 * @param warmups iterations that do not count
 * @param measurements iterations that do
 * @param iteration length of each
 * @param starts fresh JVMs with a recorder, and as many without
 * @param prompts fresh example shells with a recorder, and as many without
 * @param memories the same, for memory
 * @param shells typed on with the agent, each beside one without
 * @param series of nights with a change, and as many without
 */
record Plan(
    int rounds,
    int warmups,
    int measurements,
    TimeValue iteration,
    int starts,
    int prompts,
    int memories,
    int shells,
    int series) {

  /** Minutes, for figures to publish. */
  static final Plan FULL =
      new Plan(3, 5, 5, TimeValue.milliseconds(500), 20, 100, 5, 3, Detection.FULL);

  /** Two minutes or so, to see whether anything is far off. */
  static final Plan QUICK = new Plan(1, 6, 4, TimeValue.milliseconds(200), 20, 40, 3, 2, 10);

  Plan withRounds(int count) {
    return new Plan(
        count, warmups, measurements, iteration, starts, prompts, memories, shells, series);
  }

  String describe() {
    return "%d rounds of one fork each, %d + %d iterations of %s; %d starts; %d first prompts; %d processes for memory; %d shells with the agent"
        .formatted(rounds, warmups, measurements, iteration, starts, prompts, memories, shells);
  }
}
