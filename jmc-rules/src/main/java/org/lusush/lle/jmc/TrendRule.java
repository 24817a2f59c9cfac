// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.Keystroke;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** Judges whether keystrokes became slower within the recording. */
public final class TrendRule extends LineEditorRule {

  static final TypedPreference<IQuantity> TARGET =
      Figures.share(
          "lle.trend.target",
          "Growth target",
          "Growth of the typical keystroke latency over the recording that is still no trend",
          0.25);
  static final TypedPreference<IQuantity> CRITICAL =
      Figures.share(
          "lle.trend.critical",
          "Critical growth",
          "Growth of the typical keystroke latency over which the editor is getting worse fast",
          1);
  static final TypedPreference<IQuantity> MINIMUM =
      Figures.minimum(
          "lle.trend.minimum",
          "Fewest keystrokes to judge",
          "With fewer keystrokes than this the rule does not judge",
          200);

  static final TypedResult<IQuantity> COUNT =
      Figures.count("count", "Keystrokes", "Keystrokes in the recording");
  static final TypedResult<IQuantity> GROWTH =
      Figures.share("growth", "Growth", "By how much the typical latency grew, 0 where it fell");
  static final TypedResult<IQuantity> START =
      Figures.timespan("start", "At the Start", "Typical latency at the start, by the trend line");
  static final TypedResult<IQuantity> END =
      Figures.timespan("end", "At the End", "Typical latency at the end, by the trend line");
  static final TypedResult<String> CERTAINTY =
      Figures.text("certainty", "Certainty", "Whether chance alone would give such a rise");

  private static final int PARTS = 20;

  /** One rise in a hundred would be called one by chance. */
  private static final double SIGNIFICANT = 2.326;

  public TrendRule() {
    super(
        Traits.of("LleTrend", "trend", Topics.KEYSTROKES, Keystroke.TYPE, Common.DURATION)
            .needingAll()
            .preferring(TARGET, CRITICAL, MINIMUM)
            .giving(COUNT, GROWTH, START, END, CERTAINTY));
  }

  @Override
  IResult judge(Events events, IItemCollection recording, IPreferenceValueProvider preferences) {
    var points = points(events);
    if (points.isEmpty()) {
      return nothing(preferences);
    }
    long minimum = Figures.count(preferences.getPreferenceValue(MINIMUM));
    if (points.size() < Math.max(PARTS, minimum)) {
      return tooFew(preferences).addResult(COUNT, Figures.count(points.size())).build();
    }
    var course = Course.of(points, PARTS);
    boolean certain = course.z() > SIGNIFICANT;
    double growth = Math.max(0, course.growth());
    double target = Figures.share(preferences.getPreferenceValue(TARGET));
    double critical = Figures.share(preferences.getPreferenceValue(CRITICAL));
    double judged = certain ? growth : Math.min(growth, target);
    return judged(ScoreScale.score(judged, target, critical), preferences)
        .addResult(COUNT, Figures.count(points.size()))
        .addResult(GROWTH, Figures.share(growth))
        .addResult(START, Figures.timespan(Math.max(0, Math.round(course.start()))))
        .addResult(END, Figures.timespan(Math.max(0, Math.round(course.end()))))
        .addResult(CERTAINTY, Texts.of(certain ? "trend.certain" : "trend.uncertain"))
        .build();
  }

  private static List<Course.Point> points(Events events) {
    var points = new ArrayList<Course.Point>();
    for (IItemIterable piece : events) {
      var start = Field.of(piece, Common.START_TIME);
      var duration = Field.of(piece, Common.DURATION);
      for (IItem item : piece) {
        long nanos = duration.nanos(item, -1);
        if (nanos >= 0) {
          points.add(new Course.Point(start.epochNanos(item, 0), (double) nanos));
        }
      }
    }
    return points;
  }
}
