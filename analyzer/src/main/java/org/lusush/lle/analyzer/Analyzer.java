// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer;

import java.util.List;
import org.lusush.lle.analyzer.cause.Causes;
import org.lusush.lle.analyzer.hotspot.HotSpots;
import org.lusush.lle.analyzer.hotspot.SlowSpots;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.HotSpot;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.score.Scoring;
import org.lusush.lle.analyzer.trend.RecordingTrends;
import org.lusush.lle.events.Targets;
import org.lusush.lle.events.hotspot.HotSpotCriteria;
import org.lusush.lle.events.score.KeystrokeScore;
import org.lusush.lle.events.score.Score;
import org.lusush.lle.events.score.ScoreInputs;

/** Draws the conclusions from a recording. */
public final class Analyzer {

  private Analyzer() {}

  /**
   * Returns the conclusions under the targets and criteria that hold unless someone sets others.
   */
  public static Analysis analyze(Recording recording) {
    return analyze(recording, Targets.defaults(), HotSpotCriteria.defaults());
  }

  public static Analysis analyze(Recording recording, Targets targets, HotSpotCriteria criteria) {
    List<HotSpot> hotSpots = HotSpots.rank(recording.contents().operations(), criteria);
    ScoreInputs inputs = Scoring.inputs(recording, hotSpots);
    Score score = Score.of(inputs, targets);
    return new Analysis(
        recording,
        hotSpots,
        Causes.of(recording, targets),
        RecordingTrends.of(recording.contents().timeline()),
        inputs,
        score,
        Scoring.responseFrom(recording),
        Scoring.keystrokes(recording, targets).map(k -> KeystrokeScore.of(k, targets)),
        SlowSpots.of(recording, targets));
  }
}
