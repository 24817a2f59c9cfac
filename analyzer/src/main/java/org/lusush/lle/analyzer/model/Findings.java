// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.List;
import org.lusush.lle.analyzer.model.Finding.Severity;

/**
 * What the rules say of recordings. Immutable.
 *
 * @param all one of each rule, by topic, then the worst first
 * @param notes what the rules did not see, each as one sentence; empty when they saw everything
 */
public record Findings(List<Finding> all, List<String> notes) {

  public Findings {
    all = List.copyOf(all);
    notes = List.copyOf(notes);
  }

  /** Returns those that are at least as bad. */
  public List<Finding> atLeast(Severity severity) {
    return all.stream().filter(f -> f.severity().compareTo(severity) >= 0).toList();
  }
}
