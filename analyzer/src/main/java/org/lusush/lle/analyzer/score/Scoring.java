// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.score;

import java.util.List;
import java.util.Optional;
import org.lusush.lle.analyzer.model.CacheStats;
import org.lusush.lle.analyzer.model.HotSpot;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.Origin;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Totals;
import org.lusush.lle.events.Targets;
import org.lusush.lle.events.score.CountedOperations;
import org.lusush.lle.events.score.KeystrokeLatencies;
import org.lusush.lle.events.score.KeystrokeScore;
import org.lusush.lle.events.score.ScoreInputs;

/** Finds in a recording what the score is computed from. */
public final class Scoring {

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
    List<CountedOperations> operations =
        responseFrom(recording) == Origin.STATISTICS ? measured(recording) : timed(recording);
    List<CacheStats> caches = recording.contents().caches();
    ScoreInputs inputs =
        ScoreInputs.none()
            .withOperations(operations)
            .withLookups(
                caches.stream().mapToDouble(CacheStats::hits).sum(),
                caches.stream().mapToDouble(CacheStats::lookups).sum());
    return hotSpots.isEmpty()
        ? inputs
        : inputs.withCriticalHotSpots((int) hotSpots.stream().filter(HotSpot::critical).count());
  }

  /** Returns what the keystroke score is about, or nothing where no keystroke was recorded. */
  public static Optional<KeystrokeLatencies> keystrokes(Recording recording, Targets targets) {
    Latency latency = recording.timings().keystrokes().latency();
    return latency.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new KeystrokeLatencies(
                latency.count(),
                latency.percentileNanos(50),
                latency.percentileNanos(99),
                latency.shareAtMost(targets.response().toNanos()),
                latency.shareAtMost(KeystrokeScore.FRAME.toNanos()),
                latency.shareAtMost(targets.keystrokeCritical().toNanos())));
  }

  private static List<CountedOperations> measured(Recording recording) {
    return recording.sources().stream()
        .flatMap(source -> source.measured().stream())
        .map(m -> counted(m.operation(), m.within()))
        .toList();
  }

  private static List<CountedOperations> timed(Recording recording) {
    return recording.timings().operations().stream()
        .map(timing -> counted(timing.operation(), timing.totals()))
        .toList();
  }

  private static CountedOperations counted(String operation, Totals totals) {
    return new CountedOperations(operation, totals.count(), totals.errors(), totals.totalNanos());
  }
}
