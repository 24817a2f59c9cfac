// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.List;
import org.lusush.lle.events.Targets;
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

/** Judges which share of the keystrokes' time the JVM took for itself. */
public final class JvmCauseRule extends LineEditorRule {

  static final TypedPreference<IQuantity> TARGET =
      Figures.share(
          "lle.jvm.target",
          "JVM share target",
          "Share of the time of keystrokes that the JVM may take for itself",
          0.1);
  static final TypedPreference<IQuantity> CRITICAL =
      Figures.share(
          "lle.jvm.critical",
          "Critical JVM share",
          "Share over which the JVM, not the editor, is what makes keystrokes slow",
          0.5);
  static final TypedPreference<IQuantity> SLOW =
      Figures.limit(
          "lle.jvm.slow",
          "Slow keystroke",
          "Latency over which a keystroke counts as slow",
          Targets.defaults().keystrokeWarning());
  static final TypedPreference<IQuantity> MINIMUM =
      Figures.minimum(
          "lle.jvm.minimum",
          "Fewest keystrokes to judge",
          "With fewer keystrokes than this the rule does not judge",
          50);

  static final TypedResult<IQuantity> COUNT =
      Figures.count("count", "Keystrokes", "Keystrokes in the recording");
  static final TypedResult<IQuantity> SHARE =
      Figures.share("share", "JVM Share", "Share of their time that the JVM took");
  static final TypedResult<String> CAUSE =
      Figures.text("cause", "Main Cause", "What the JVM took most of it for");
  static final TypedResult<IQuantity> GC =
      Figures.timespan("gc", "Garbage Collection", "Pauses of the garbage collector");
  static final TypedResult<IQuantity> SAFEPOINTS =
      Figures.timespan("safepoints", "Safepoints", "Other stops of all threads");
  static final TypedResult<IQuantity> CLASS_LOADING =
      Figures.timespan("classLoading", "Class Loading", "Classes loaded by the editor's thread");
  static final TypedResult<IQuantity> SLOW_ONES =
      Figures.count("slow", "Slow Keystrokes", "Keystrokes over the limit");
  static final TypedResult<IQuantity> BY_JVM =
      Figures.count("byJvm", "Slow by the JVM", "Of these, those that the JVM made slow");

  public JvmCauseRule() {
    super(
        Traits.of("LleJvmCauses", "jvm", Topics.KEYSTROKES, Keystroke.TYPE, Common.DURATION)
            .reading(JvmStops.TYPES.toArray(String[]::new))
            .preferring(TARGET, CRITICAL, SLOW, MINIMUM)
            .giving(COUNT, SHARE, CAUSE, GC, SAFEPOINTS, CLASS_LOADING, SLOW_ONES, BY_JVM));
  }

  @Override
  IResult judge(Events events, IItemCollection recording, IPreferenceValueProvider preferences) {
    if (!JvmStops.areRecorded(recording)) {
      return notJudged("jvm.missing", String.join(", ", JvmStops.TYPES), preferences);
    }
    var sums =
        Sums.of(
            events, JvmStops.of(recording), Figures.nanos(preferences.getPreferenceValue(SLOW)));
    if (sums.count == 0) {
      return nothing(preferences);
    }
    if (sums.count < Figures.count(preferences.getPreferenceValue(MINIMUM))) {
      return tooFew(preferences).addResult(COUNT, Figures.count(sums.count)).build();
    }
    double target = Figures.share(preferences.getPreferenceValue(TARGET));
    double critical = Figures.share(preferences.getPreferenceValue(CRITICAL));
    return judged(ScoreScale.score(sums.share(), target, critical), preferences)
        .addResult(COUNT, Figures.count(sums.count))
        .addResult(SHARE, Figures.share(sums.share()))
        .addResult(CAUSE, sums.cause())
        .addResult(GC, Figures.timespan(sums.gc))
        .addResult(SAFEPOINTS, Figures.timespan(sums.safepoints()))
        .addResult(CLASS_LOADING, Figures.timespan(sums.classLoading))
        .addResult(SLOW_ONES, Figures.count(sums.slow))
        .addResult(BY_JVM, Figures.count(sums.byJvm))
        .build();
  }

  /** What the JVM took of the keystrokes, in nanoseconds. */
  private static final class Sums {
    private long count;
    private long latency;
    private long all;
    private long gc;
    private long stops;
    private long classLoading;
    private long slow;
    private long byJvm;

    static Sums of(Events events, JvmStops stops, long slowNanos) {
      var sums = new Sums();
      for (IItemIterable piece : events) {
        var start = Field.of(piece, Common.START_TIME);
        var duration = Field.of(piece, Common.DURATION);
        var thread = Field.of(piece, Common.EVENT_THREAD);
        for (IItem item : piece) {
          long nanos = duration.nanos(item, -1);
          if (nanos >= 0) {
            long from = start.epochNanos(item, 0);
            sums.add(stops, JvmStops.thread(thread.object(item)), from, nanos, nanos > slowNanos);
          }
        }
      }
      return sums;
    }

    private void add(JvmStops stopping, long thread, long from, long nanos, boolean isSlow) {
      long taken = stopping.all(thread).overlap(from, from + nanos);
      count++;
      latency += nanos;
      slow += isSlow ? 1 : 0;
      byJvm += isSlow && 2 * taken > nanos ? 1 : 0;
      if (taken > 0) {
        all += taken;
        gc += stopping.gc().overlap(from, from + nanos);
        stops += stopping.stops().overlap(from, from + nanos);
        classLoading += stopping.classLoading(thread).overlap(from, from + nanos);
      }
    }

    double share() {
      return latency > 0 ? (double) all / latency : 0;
    }

    /** The stops of all threads without those of the garbage collector. */
    long safepoints() {
      return Math.max(0, stops - gc);
    }

    String cause() {
      long most = List.of(gc, safepoints(), classLoading).stream().max(Long::compare).orElse(0L);
      if (most == 0) {
        return Texts.of("jvm.cause.none");
      }
      if (most == classLoading) {
        return Texts.of("jvm.cause.classes");
      }
      return Texts.of(most == gc ? "jvm.cause.gc" : "jvm.cause.safepoints");
    }
  }
}
