// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.List;
import java.util.Optional;
import org.lusush.lle.analyzer.model.cause.TailCauses;
import org.lusush.lle.analyzer.model.tree.SlowPlaces;
import org.lusush.lle.analyzer.model.trend.TrendLine;
import org.lusush.lle.events.score.KeystrokeScore;
import org.lusush.lle.events.score.Score;
import org.lusush.lle.events.score.ScoreInputs;

/**
 * A recording and what was concluded from it.
 *
 * @param hotSpots every operation, ranked, hot or not
 * @param causes of slow keystrokes first, then of slow operations
 * @param trends where figures are heading over the recording's time
 * @param inputs what the score was computed from
 * @param responseFrom what response and errors come from; other than events when single operations
 *     are missing
 * @param keystrokeScore how quickly keys were answered, where any was recorded
 * @param slowPlaces where slow keystrokes spent their time
 */
public record Analysis(
    Recording recording,
    List<HotSpot> hotSpots,
    List<TailCauses> causes,
    List<TrendLine> trends,
    ScoreInputs inputs,
    Score score,
    Origin responseFrom,
    Optional<KeystrokeScore> keystrokeScore,
    SlowPlaces slowPlaces) {

  public Analysis {
    hotSpots = List.copyOf(hotSpots);
    causes = List.copyOf(causes);
    trends = List.copyOf(trends);
  }
}
