// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lusush.lle.benchmarks.process.Median;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What each subject costs, in one run. Immutable.
 *
 * <p>Times are of the processor, for the threads that do the work. Of each fork the fastest
 * iteration counts, since whatever else runs on the machine can only add; of the forks the median,
 * since each is compiled in its own way.
 */
public final class Costs {

  private static final String ALLOCATION = "gc.alloc.rate.norm";
  private static final String CPU_NANOS = "cpuNanos";
  private static final String STEPS = "steps";

  private final Map<Subject, Cost> costs;

  /** Makes the costs of some subjects; the others are unknown. */
  public Costs(Map<Subject, Cost> costs) {
    this.costs = Map.copyOf(costs);
  }

  /** Returns the costs that JMH measured, where each result is of one fork. */
  public static Costs of(Map<Subject, List<RunResult>> results) {
    var costs = new EnumMap<Subject, Cost>(Subject.class);
    results.forEach((subject, forks) -> costs.put(subject, cost(forks)));
    return new Costs(costs);
  }

  private static Cost cost(Collection<RunResult> forks) {
    var nanos = new ArrayList<Double>();
    var bytes = new ArrayList<Double>();
    for (var fork : forks) {
      nanos.add(fastest(fork));
      var allocation = fork.getSecondaryResults().get(ALLOCATION);
      if (allocation != null) {
        bytes.add(allocation.getScore());
      }
    }
    return new Cost(Median.of(nanos), Median.of(bytes));
  }

  private static double fastest(RunResult fork) {
    return fork.getBenchmarkResults().stream()
        .flatMap(result -> result.getIterationResults().stream())
        .mapToDouble(iteration -> score(iteration, CPU_NANOS) / score(iteration, STEPS))
        .min()
        .orElse(Double.NaN);
  }

  private static double score(IterationResult iteration, String counter) {
    var result = iteration.getSecondaryResults().get(counter);
    return result == null ? Double.NaN : result.getScore();
  }

  /** Returns the time of an operation, the work included, or NaN. */
  double nanos(Subject subject) {
    return cost(subject).nanos();
  }

  /** Returns what an operation allocates, or NaN. */
  double bytes(Subject subject) {
    return cost(subject).bytes();
  }

  /** Returns what measuring adds to the work, at least 0, or NaN. */
  double added(Subject subject) {
    return Math.max(0, nanos(subject) - nanos(subject.baseline()));
  }

  private Cost cost(Subject subject) {
    return costs.getOrDefault(subject, Cost.UNKNOWN);
  }
}
