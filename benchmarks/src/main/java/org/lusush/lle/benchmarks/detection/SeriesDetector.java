// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.detection;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lusush.lle.analyzer.model.night.Metric;
import org.lusush.lle.analyzer.model.night.Night;

/**
 * Looks at each figure for itself, whatever the others do.
 *
 * @param alarm whether a series of figures, tonight's last, got slower
 */
record SeriesDetector(String name, Predicate<double[]> alarm) implements Detector {

  @Override
  public Set<String> slower(List<Night> nights) {
    return nights.get(nights.size() - 1).metrics().stream()
        .map(Metric::key)
        .filter(key -> alarm.test(series(nights, key)))
        .map(Metric.Key::subject)
        .collect(Collectors.toSet());
  }

  private static double[] series(List<Night> nights, Metric.Key key) {
    return nights.stream()
        .flatMap(night -> night.metric(key).stream())
        .mapToDouble(Metric::value)
        .toArray();
  }
}
