// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import java.util.Optional;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.Findings;
import org.lusush.lle.analyzer.model.ReadOutcome;

/**
 * What a report is about.
 *
 * @param analysis of the files that could be read; empty when none could
 * @param failures the files that could not
 * @param findings what the rules say of the files that could be read; empty when nobody asked
 */
public record Report(
    Optional<Analysis> analysis, List<ReadOutcome.Failure> failures, Optional<Findings> findings) {

  public Report {
    failures = List.copyOf(failures);
  }

  /** Makes a report without the rules. */
  public Report(Optional<Analysis> analysis, List<ReadOutcome.Failure> failures) {
    this(analysis, failures, Optional.empty());
  }

  /** Returns this report with what the rules say. */
  public Report withFindings(Optional<Findings> found) {
    return new Report(analysis, failures, found);
  }
}
