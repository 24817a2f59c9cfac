// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lusush.lle.benchmarks.detection.Detection;
import org.lusush.lle.benchmarks.process.AgentCost;
import org.lusush.lle.benchmarks.process.Archive;
import org.lusush.lle.benchmarks.process.Counts;
import org.lusush.lle.benchmarks.process.HistoryCost;
import org.lusush.lle.benchmarks.process.InsertionCost;
import org.lusush.lle.benchmarks.process.MemoryCost;
import org.lusush.lle.benchmarks.process.PromptCost;
import org.lusush.lle.benchmarks.process.StartCost;
import org.lusush.lle.benchmarks.report.Requirement.Verdict;
import org.lusush.lle.benchmarks.simulation.Simulation;

class RequirementsTest {

  private final Map<Subject, Cost> costs = new EnumMap<>(Subject.class);

  @Test
  void verdict_atTheLimitAndOver_isMetAndMissed() {
    assertThat(of(1, 1).verdict()).isEqualTo(Verdict.MET);
    assertThat(of(1.01, 1).verdict()).isEqualTo(Verdict.MISSED);
    assertThat(of(1.5, 2).ratio()).isEqualTo(0.75);
  }

  @Test
  void verdict_withoutTheFigureOrTheLimit_isUnknown() {
    assertThat(of(Double.NaN, 1).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(of(1, Double.NaN).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void of_nothingMeasured_isAllUnknown() {
    var requirements =
        Requirements.of(
            new Figures(
                new Costs(costs), List.of(), List.of(), null, null, null, null, null, null, null));

    assertThat(requirements).extracting(Requirement::verdict).containsOnly(Verdict.UNKNOWN);
  }

  @Test
  void of_measured_leavesTheWorkOut() {
    cost(Subject.BARE, 10, 0);
    cost(Subject.OFF, 10.5, 0);
    cost(Subject.HISTOGRAM, 50, 0);
    cost(Subject.STATISTICS, 60, 0);
    cost(Subject.HISTOGRAM_AND_EVENT, 110, 0);
    cost(Subject.EVENT, 136, 16);

    var requirements = requirements();

    assertThat(requirements.get("off, added to the work"))
        .isEqualTo(new Requirement("off, added to the work", "ns", 0.5, 1, ""));
    assertThat(requirements.get("statistics").limit()).isEqualTo(50);
    assertThat(requirements.get("statistics").verdict()).isEqualTo(Verdict.MET);
    assertThat(requirements.get("statistics and event").limit()).isEqualTo(125);
    assertThat(requirements.get("statistics and event").verdict()).isEqualTo(Verdict.MISSED);
    assertThat(requirements.get("statistics, allocated").verdict()).isEqualTo(Verdict.MET);
    assertThat(requirements.get("statistics and event, allocated").verdict())
        .isEqualTo(Verdict.MISSED);
  }

  @Test
  void of_twoThreads_comparesTheirLossWithThatOfUnsharedOnes() {
    cost(Subject.BARE, 0, 0);
    cost(Subject.TWO_THREADS_BARE, 0, 0);
    cost(Subject.HISTOGRAM, 50, 0);
    cost(Subject.TWO_THREADS_HISTOGRAM, 100, 0);
    cost(Subject.STATISTICS, 60, 0);
    cost(Subject.TWO_THREADS_STATISTICS, 180, 0);

    var requirement = requirements().get("statistics, two threads by one");

    assertThat(requirement.measured()).isEqualTo(3);
    assertThat(requirement.limit()).isEqualTo(2.5);
    assertThat(requirement.verdict()).isEqualTo(Verdict.MISSED);
  }

  @Test
  void of_pools_areHeldToThePeersOfTheSameSize() {
    cost(Subject.BARE, 2, 0);
    cost(Subject.POOL_SMALL, 32, 0);
    cost(Subject.POOL_LARGE, 82, 16);
    cost(Subject.NETTY_POOLED_SMALL, 80, 108);
    cost(Subject.NETTY_POOLED_LARGE, 70, 108);

    var requirements = requirements();

    var small = requirements.get("buffer of 256 bytes taken, wiped and returned");
    assertThat(small.measured()).isEqualTo(30);
    assertThat(small.limit()).isEqualTo(78);
    assertThat(small.verdict()).isEqualTo(Verdict.MET);
    assertThat(requirements.get("buffer of 4,096 bytes taken, wiped and returned").verdict())
        .isEqualTo(Verdict.MISSED);
    assertThat(
            requirements
                .get("buffer of 4,096 bytes taken, wiped and returned, allocated")
                .verdict())
        .isEqualTo(Verdict.MISSED);
  }

  @Test
  void of_processes_areInTheirUnits() {
    var figures =
        new Figures(
            new Costs(costs),
            List.of(new StartCost(Archive.NONE, 2e6, 3e7, 2e7)),
            List.of(new PromptCost(Archive.NONE, 4e8, 3e8, 5e5, 2e5)),
            new MemoryCost(5e5, 1e5),
            new Counts(100, 99),
            new AgentCost(1.05, 1.2, 0.5, 40e6, 2e9),
            new Simulation(
                List.of(new Simulation.Row("a trace", 10, 0.5, 0.6, 0.55, 0.9)),
                List.of(new Simulation.Tuning("shell: a trace", 100, 130, 0.95))),
            new Detection(List.of(new Detection.Row("ours", 0.97, 0.9, 0.02, 0.1)), 200, 24),
            new InsertionCost(1500, 4e5, 9e5, 6e4, 1e5, 3.4e5, 8e5),
            new HistoryCost(9e8, 2.5e9));

    var requirements = requirements(figures);

    assertThat(requirements.get("EditorRecorder.start in a fresh JVM").measured()).isEqualTo(2);
    assertThat(requirements.get("EditorRecorder.start in a fresh JVM").verdict())
        .isEqualTo(Verdict.MISSED);
    assertThat(requirements.get("hit rate less than LRU's, worst trace").verdict())
        .isEqualTo(Verdict.MET);
    assertThat(
            requirements
                .get("hit rate less than that of LRU with a scan of 10, worst trace")
                .verdict())
        .isEqualTo(Verdict.MISSED);
    assertThat(
            requirements
                .get("tuned from a tenth on the shell: entries by the fewest, worst cache")
                .measured())
        .isEqualTo(1.3);
    assertThat(requirements.get("10 % slower, not found within 3 nights, of series").verdict())
        .isEqualTo(Verdict.MET);
    assertThat(requirements.get("false alarms, of nights on which nothing changed").measured())
        .isEqualTo(2);
    assertThat(requirements.get("first prompt of the example shell, lost").verdict())
        .isEqualTo(Verdict.MET);
    assertThat(requirements.get("agent: median answer to a key").verdict()).isEqualTo(Verdict.MET);
    assertThat(requirements.get("agent: 99th percentile of that").verdict())
        .isEqualTo(Verdict.MISSED);
    assertThat(requirements.get("agent: before main").measured()).isEqualTo(40);
    assertThat(requirements.get("agent: to attach").verdict()).isEqualTo(Verdict.MISSED);
    assertThat(requirements.get("a letter, median").measured()).isEqualTo(400);
    assertThat(requirements.get("a letter, our share, 99th percentile").measured()).isEqualTo(100);
    assertThat(requirements.get("heap retained after every operation").measured()).isEqualTo(0.5);
    assertThat(
            requirements
                .get("operations of 8 threads under a reader, lost or counted twice")
                .verdict())
        .isEqualTo(Verdict.MISSED);
  }

  private static Requirement of(double measured, double limit) {
    return new Requirement("what", "ns", measured, limit, "basis");
  }

  private void cost(Subject subject, double nanos, double bytes) {
    costs.put(subject, new Cost(nanos, bytes));
  }

  private Map<String, Requirement> requirements() {
    return requirements(
        new Figures(
            new Costs(costs), List.of(), List.of(), null, null, null, null, null, null, null));
  }

  /** By name; of those that compare one thing twice, the first. */
  private static Map<String, Requirement> requirements(Figures figures) {
    return Requirements.of(figures).stream()
        .collect(Collectors.toMap(Requirement::what, one -> one, (first, second) -> first));
  }
}
