// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import org.lusush.lle.events.Targets;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.Keystroke;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** Judges the 99th percentile of the latency from a key to the paint that answers it. */
public final class KeystrokeLatencyRule extends LineEditorRule {

  static final TypedPreference<IQuantity> WARNING =
      Figures.limit(
          "lle.keystroke.warning",
          "Keystroke latency target",
          "Latency over which a person notices a keystroke",
          Targets.defaults().keystrokeWarning());
  static final TypedPreference<IQuantity> CRITICAL =
      Figures.limit(
          "lle.keystroke.critical",
          "Critical keystroke latency",
          "Latency over which a person is held up by a keystroke",
          Targets.defaults().keystrokeCritical());
  static final TypedPreference<IQuantity> MINIMUM =
      Figures.minimum(
          "lle.keystroke.minimum",
          "Fewest keystrokes to judge",
          "With fewer keystrokes than this the rule does not judge",
          100);

  static final TypedResult<IQuantity> COUNT =
      Figures.count("count", "Keystrokes", "Keystrokes in the recording");
  static final TypedResult<IQuantity> P50 =
      Figures.timespan("p50", "Median", "Latency that half of the keystrokes stayed within");
  static final TypedResult<IQuantity> P99 =
      Figures.timespan("p99", "99th Percentile", "Latency that 99 of 100 keystrokes stayed within");
  static final TypedResult<IQuantity> SLOWEST =
      Figures.timespan("slowest", "Slowest", "Latency of the slowest keystroke");
  static final TypedResult<IQuantity> SLOW =
      Figures.count("slow", "Slow Keystrokes", "Keystrokes that took longer than the target");
  static final TypedResult<String> WORST_WIDGET =
      Figures.text("worstWidget", "Worst Widget", "Widget that most of the slow keystrokes ran");
  static final TypedResult<IQuantity> WORST_WIDGET_SLOW =
      Figures.count(
          "worstWidgetSlow",
          "Slow Keystrokes of the Worst Widget",
          "Slow keystrokes that ran the worst widget");
  static final TypedResult<IQuantity> QUEUED =
      Figures.count("queued", "Queued Keys", "Keys that came while the editor was busy");

  public KeystrokeLatencyRule() {
    super(
        Traits.of(
                "LleKeystrokeLatency",
                "keystroke",
                Topics.KEYSTROKES,
                Keystroke.TYPE,
                Common.DURATION)
            .needingAll()
            .preferring(WARNING, CRITICAL, MINIMUM)
            .giving(COUNT, P50, P99, SLOWEST, SLOW, WORST_WIDGET, WORST_WIDGET_SLOW, QUEUED));
  }

  @Override
  IResult judge(Events events, IItemCollection recording, IPreferenceValueProvider preferences) {
    long warning = Figures.nanos(preferences.getPreferenceValue(WARNING));
    long critical = Figures.nanos(preferences.getPreferenceValue(CRITICAL));
    var latencies = KeystrokeLatencies.of(events, warning);
    if (latencies.count() == 0) {
      return nothing(preferences);
    }
    if (latencies.count() < Figures.count(preferences.getPreferenceValue(MINIMUM))) {
      return tooFew(preferences)
          .addResult(COUNT, Figures.count(latencies.count()))
          .addResult(SLOWEST, Figures.timespan(latencies.percentile(100)))
          .build();
    }
    long p99 = latencies.percentile(99);
    var result =
        judged(ScoreScale.score((double) p99, (double) warning, (double) critical), preferences)
            .addResult(COUNT, Figures.count(latencies.count()))
            .addResult(P50, Figures.timespan(latencies.percentile(50)))
            .addResult(P99, Figures.timespan(p99))
            .addResult(SLOWEST, Figures.timespan(latencies.percentile(100)))
            .addResult(SLOW, Figures.count(latencies.slow()))
            .addResult(QUEUED, Figures.count(latencies.queued()));
    latencies
        .slowByWidget()
        .top()
        .ifPresent(
            worst ->
                result
                    .addResult(WORST_WIDGET, RecordedText.of(worst.getKey(), "no widget"))
                    .addResult(WORST_WIDGET_SLOW, Figures.count(worst.getValue())));
    return result.build();
  }
}
