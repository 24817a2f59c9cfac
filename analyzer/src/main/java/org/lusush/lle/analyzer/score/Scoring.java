// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.score;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lusush.lle.analyzer.model.CacheStats;
import org.lusush.lle.analyzer.model.HotSpot;
import org.lusush.lle.analyzer.model.MeasuredOperation;
import org.lusush.lle.analyzer.model.Origin;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Totals;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.score.ScoreInputs;

/** Finds in a recording what the score is computed from. */
public final class Scoring {

  /** Labels of what nobody waits for; an operation that is not known here may be waited for. */
  private static final Set<String> BACKGROUND =
      Arrays.stream(OperationType.values())
          .filter(type -> !type.isCriticalPath())
          .map(OperationType::label)
          .collect(Collectors.toUnmodifiableSet());

  private record Counted(String operation, Totals totals) {}

  private Scoring() {}

  /**
   * Returns what response and errors are taken from: the recorder's own counts only when operations
   * are missing from the interval histograms too, and every file has the counts.
   */
  public static Origin responseFrom(Recording recording) {
    boolean counted =
        recording.sources().stream()
            .allMatch(s -> s.measured().stream().anyMatch(m -> m.within().count() > 0));
    if (recording.missesTimings() && counted) {
      return Origin.STATISTICS;
    }
    return recording.timings().hasHistograms() ? Origin.HISTOGRAMS : Origin.EVENTS;
  }

  /** Returns what was measured of what the score is about; what nobody measured stays empty. */
  public static ScoreInputs inputs(Recording recording, List<HotSpot> hotSpots) {
    List<Counted> operations =
        responseFrom(recording) == Origin.STATISTICS ? measured(recording) : timed(recording);
    ScoreInputs inputs = ScoreInputs.none();
    inputs = withResponse(inputs, operations);
    inputs = withErrors(inputs, operations);
    inputs = withHitRate(inputs, recording.contents().caches());
    return hotSpots.isEmpty()
        ? inputs
        : inputs.withCriticalHotSpots((int) hotSpots.stream().filter(HotSpot::critical).count());
  }

  private static List<Counted> measured(Recording recording) {
    return recording.sources().stream()
        .flatMap(source -> source.measured().stream())
        .map((MeasuredOperation m) -> new Counted(m.operation(), m.within()))
        .toList();
  }

  private static List<Counted> timed(Recording recording) {
    return recording.timings().operations().stream()
        .map(timing -> new Counted(timing.operation(), timing.totals()))
        .toList();
  }

  private static ScoreInputs withResponse(ScoreInputs inputs, List<Counted> operations) {
    Totals waitedFor =
        operations.stream()
            .filter(counted -> !BACKGROUND.contains(counted.operation))
            .map(Counted::totals)
            .reduce(Totals.NONE, Totals::plus);
    return waitedFor.count() == 0
        ? inputs
        : inputs.withMeanResponseNanos(
            Math.round((double) waitedFor.totalNanos() / waitedFor.count()));
  }

  private static ScoreInputs withErrors(ScoreInputs inputs, List<Counted> operations) {
    Totals all = operations.stream().map(Counted::totals).reduce(Totals.NONE, Totals::plus);
    return all.count() == 0
        ? inputs
        : inputs.withErrorRate(Math.min(1, (double) all.errors() / all.count()));
  }

  private static ScoreInputs withHitRate(ScoreInputs inputs, List<CacheStats> caches) {
    double hits = caches.stream().mapToDouble(CacheStats::hits).sum();
    double lookups = caches.stream().mapToDouble(CacheStats::lookups).sum();
    return lookups == 0 ? inputs : inputs.withHitRate(hits / lookups);
  }
}
