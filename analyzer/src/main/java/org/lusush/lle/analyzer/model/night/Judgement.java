// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.night;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.trend.TrendLine;

/**
 * A verdict and what it rests on.
 *
 * @param before what was compared with, if it was one set of recordings
 * @param after tonight, or the second set of recordings
 * @param reasons why the verdict is inconclusive
 * @param notes what else a reader should know
 * @param comparisons with the set of recordings before, figure by figure
 * @param changes over the nights, figure by figure: where there is none, of the last night
 * @param trends over the nights
 * @param nights dates of those that were looked at, in their order, tonight included
 */
public record Judgement(
    Verdict verdict,
    Optional<Night> before,
    Night after,
    List<String> reasons,
    List<String> notes,
    List<Comparison> comparisons,
    List<Comparison> changes,
    List<TrendLine> trends,
    List<LocalDate> nights) {

  public Judgement {
    reasons = List.copyOf(reasons);
    notes = List.copyOf(notes);
    comparisons = List.copyOf(comparisons);
    changes = List.copyOf(changes);
    trends = List.copyOf(trends);
    nights = List.copyOf(nights);
  }

  /** Returns every figure with this finding, that of changes over the nights first. */
  public List<Comparison> found(Finding finding) {
    return Stream.concat(changes.stream(), comparisons.stream())
        .filter(comparison -> comparison.finding() == finding)
        .toList();
  }
}
