// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lusush.lle.events.PressureLevel;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.ResourcePressure;
import org.lusush.lle.events.schema.EventSchema.ResourceUsage;
import org.lusush.lle.events.schema.EventSchema.Session;
import org.lusush.lle.events.schema.EventSchema.Throttle;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** Judges for how much of the recording a resource was short or the process was held up. */
public final class ResourcePressureRule extends LineEditorRule {

  static final TypedPreference<IQuantity> TARGET =
      Figures.share(
          "lle.resource.target",
          "Pressure target",
          "Share of the time for which a resource may be short",
          0.05);
  static final TypedPreference<IQuantity> CRITICAL =
      Figures.share(
          "lle.resource.critical",
          "Critical pressure",
          "Share of the time over which the machine, not the editor, is slow",
          0.25);
  static final TypedPreference<IQuantity> MINIMUM =
      Figures.minimum(
          "lle.resource.minimum",
          "Fewest readings to judge",
          "With fewer readings of the resources than this the rule does not judge",
          3);

  static final TypedResult<IQuantity> READINGS =
      Figures.count("readings", "Readings", "Readings of the resources");
  static final TypedResult<String> RESOURCE =
      Figures.text("resource", "Shortest Resource", "Resource that was short for the longest");
  static final TypedResult<IQuantity> SHORT_SHARE =
      Figures.share("shortShare", "Share of Time", "Share of the time at high or critical level");
  static final TypedResult<IQuantity> HELD_UP_SHARE =
      Figures.share(
          "heldUpShare", "Held Up", "Share of the time for which container limits held it up");
  static final TypedResult<IQuantity> THROTTLES =
      Figures.count("throttles", "Throttles", "How often the recorder or a cache did less");

  private static final Set<String> SHORT =
      Set.of(PressureLevel.HIGH.label(), PressureLevel.CRITICAL.label());

  public ResourcePressureRule() {
    super(
        Traits.of(
                "LleResourcePressure",
                "resource",
                Topics.RESOURCES,
                ResourceUsage.TYPE,
                Common.START_TIME)
            .reading(ResourcePressure.TYPE, Throttle.TYPE, Session.TYPE)
            .preferring(TARGET, CRITICAL, MINIMUM)
            .giving(READINGS, RESOURCE, SHORT_SHARE, HELD_UP_SHARE, THROTTLES));
  }

  /** One change of level. */
  private record Change(long epochNanos, boolean wasShort, boolean isShort) {}

  @Override
  IResult judge(Events events, IItemCollection recording, IPreferenceValueProvider preferences) {
    var times = times(events);
    if (times.isEmpty()) {
      return nothing(preferences);
    }
    if (times.size() < Math.max(2, Figures.count(preferences.getPreferenceValue(MINIMUM)))) {
      return tooFew(preferences).addResult(READINGS, Figures.count(times.size())).build();
    }
    long from = times.get(0);
    long to = Math.max(from + 1, times.get(times.size() - 1));
    var worst =
        changes(Events.of(ResourcePressure.TYPE, recording)).entrySet().stream()
            .map(e -> Map.entry(e.getKey(), shortShare(e.getValue(), from, to)))
            .max(Map.Entry.comparingByValue())
            .orElse(Map.entry("", 0.0));
    double heldUp = heldUp(events, recording, to - from);
    double target = Figures.share(preferences.getPreferenceValue(TARGET));
    double critical = Figures.share(preferences.getPreferenceValue(CRITICAL));
    double figure = Math.max(worst.getValue(), heldUp);
    String none = heldUp > worst.getValue() ? "processor time, by the limit" : "no resource";
    return judged(ScoreScale.score(figure, target, critical), preferences)
        .addResult(READINGS, Figures.count(times.size()))
        .addResult(RESOURCE, RecordedText.of(heldUp > worst.getValue() ? "" : worst.getKey(), none))
        .addResult(SHORT_SHARE, Figures.share(worst.getValue()))
        .addResult(HELD_UP_SHARE, Figures.share(heldUp))
        .addResult(THROTTLES, Figures.count(count(Events.of(Throttle.TYPE, recording))))
        .build();
  }

  private static List<Long> times(Events events) {
    var times = new ArrayList<Long>();
    for (IItemIterable piece : events) {
      var start = Field.of(piece, Common.START_TIME);
      for (IItem item : piece) {
        long nanos = start.epochNanos(item, 0);
        if (nanos > 0) {
          times.add(nanos);
        }
      }
    }
    times.sort(Comparator.naturalOrder());
    return times;
  }

  private static Map<String, List<Change>> changes(Events events) {
    var changes = new HashMap<String, List<Change>>();
    for (IItemIterable piece : events) {
      var start = Field.of(piece, Common.START_TIME);
      var resource = Field.of(piece, ResourcePressure.RESOURCE);
      var before = Field.of(piece, ResourcePressure.FROM_LEVEL);
      var after = Field.of(piece, ResourcePressure.TO_LEVEL);
      for (IItem item : piece) {
        changes
            .computeIfAbsent(resource.text(item), name -> new ArrayList<>())
            .add(
                new Change(
                    start.epochNanos(item, 0),
                    SHORT.contains(before.text(item)),
                    SHORT.contains(after.text(item))));
      }
    }
    return changes;
  }

  private static double shortShare(List<Change> changes, long from, long to) {
    changes.sort(Comparator.comparingLong(Change::epochNanos));
    long nanos = 0;
    long since = from;
    boolean isShort = changes.get(0).wasShort;
    for (Change change : changes) {
      long at = Math.max(from, Math.min(to, change.epochNanos));
      nanos += isShort ? at - since : 0;
      since = at;
      isShort = change.isShort;
    }
    nanos += isShort ? to - since : 0;
    return (double) nanos / (to - from);
  }

  private static double heldUp(Events usage, IItemCollection recording, long nanos) {
    double grown =
        Growth.of(usage, recording, List.of(), List.of(ResourceUsage.THROTTLED_TIME)).stream()
            .mapToDouble(counters -> counters.grown(ResourceUsage.THROTTLED_TIME))
            .sum();
    return Math.max(0, Math.min(1, grown / nanos));
  }

  private static long count(Events events) {
    return events.pieces().stream().mapToLong(IItemIterable::getItemCount).sum();
  }
}
