// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import java.util.Optional;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.ReadOutcome;

/**
 * What a report is about.
 *
 * @param analysis of the files that could be read; empty when none could
 * @param failures the files that could not
 */
public record Report(Optional<Analysis> analysis, List<ReadOutcome.Failure> failures) {

  public Report {
    failures = List.copyOf(failures);
  }
}
