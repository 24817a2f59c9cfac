// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.night;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of one night.
 *
 * @param recordings how many there were, each a run of its own
 * @param histories how many runs of shells come from histories instead
 */
public record Night(
    LocalDate date,
    int recordings,
    int histories,
    Setup setup,
    List<Metric> metrics,
    List<Durations> durations,
    List<SlowTime> slow) {

  public Night {
    metrics = List.copyOf(metrics);
    durations = List.copyOf(durations);
    slow = List.copyOf(slow);
  }

  /** Returns how many runs there were of either sort. */
  public int runs() {
    return recordings + histories;
  }

  public Optional<Metric> metric(Metric.Key key) {
    return metrics.stream().filter(metric -> metric.key().equals(key)).findFirst();
  }

  public Optional<Durations> durations(String subject) {
    return durations.stream().filter(d -> d.subject().equals(subject)).findFirst();
  }

  public Optional<SlowTime> slow(String subject) {
    return slow.stream().filter(time -> time.subject().equals(subject)).findFirst();
  }
}
