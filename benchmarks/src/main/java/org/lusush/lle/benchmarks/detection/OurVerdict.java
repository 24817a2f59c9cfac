// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.detection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.regression.Judge;

/** The verdict of {@code lle nightly}. */
final class OurVerdict implements Detector {

  @Override
  public String name() {
    return "LLE Flight";
  }

  @Override
  public Set<String> slower(List<Night> nights) {
    return Judge.judge(nights, Optional.empty()).found(Finding.WORSE).stream()
        .map(Comparison::subject)
        .collect(Collectors.toSet());
  }
}
