// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.benchmarks.detection.Detection;
import org.lusush.lle.benchmarks.process.AgentCost;
import org.lusush.lle.benchmarks.process.Counts;
import org.lusush.lle.benchmarks.process.HistoryCost;
import org.lusush.lle.benchmarks.process.InsertionCost;
import org.lusush.lle.benchmarks.process.MemoryCost;
import org.lusush.lle.benchmarks.process.PromptCost;
import org.lusush.lle.benchmarks.process.StartCost;
import org.lusush.lle.benchmarks.simulation.Simulation;

/**
 * Everything that one run measured.
 *
 * @param costs of single operations
 * @param starts of processes, in each way that the JVM offers
 * @param prompts of the example shell, in each of the same ways
 * @param memory that is retained, or null where it was not measured
 * @param counts of operations, or null where they were not checked
 * @param agent what the agent costs a shell, or null where it was not measured
 * @param simulation hit rates of replayed traces, or null where none were replayed
 * @param detection who finds what got slower, or null where it was not tried
 * @param insertion what a letter takes in the example shell, or null where it was not measured
 * @param history what a year of history takes, or null where it was not measured
 */
public record Figures(
    Costs costs,
    List<StartCost> starts,
    List<PromptCost> prompts,
    @Nullable MemoryCost memory,
    @Nullable Counts counts,
    @Nullable AgentCost agent,
    @Nullable Simulation simulation,
    @Nullable Detection detection,
    @Nullable InsertionCost insertion,
    @Nullable HistoryCost history) {
  public Figures {
    requireNonNull(costs, "costs");
    starts = List.copyOf(starts);
    prompts = List.copyOf(prompts);
  }
}
