// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lusush.lle.analyzer.live.LiveSnapshot;
import org.lusush.lle.analyzer.live.LiveSnapshot.Alert;
import org.lusush.lle.analyzer.live.LiveSnapshot.Target;

/** What stands under the operations: targets, caches, pools and alerts. */
final class LiveSections {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final int LABEL = 10;
  private static final String BETWEEN = "   ";
  private static final String CRITICAL = "critical";

  /** So that what is cut off a small screen is what nobody has to worry about. */
  private static final Comparator<Target> MISSED_FIRST =
      Comparator.comparing((Target target) -> target.isMet().map(met -> met ? 1 : 0).orElse(2));

  /** A part of a line that is not broken, and how it is set off. */
  private record Item(String mark, Tone tone, String text) {
    int width() {
      return Width.of(mark) + Width.of(text);
    }
  }

  private LiveSections() {}

  static List<String> targets(LiveSnapshot snapshot, LiveView view, Style style) {
    List<Item> items =
        snapshot.targets().stream().sorted(MISSED_FIRST).map(LiveSections::item).toList();
    return flow("TARGETS", items, view, style);
  }

  private static Item item(Target target) {
    String limit =
        (target.aim().isAtLeast() ? "(> " : "(< ") + figure(target, target.limit()) + ")";
    String name = " " + target.aim().label() + " ";
    if (target.actual().isEmpty()) {
      return new Item("-", Tone.FAINT, name + "no data " + limit);
    }
    boolean met = target.isMet().orElse(false);
    return new Item(
        met ? "met" : "MISSED",
        met ? Tone.GOOD : Tone.BAD,
        name + figure(target, target.actual().get()) + " " + limit);
  }

  private static String figure(Target target, double value) {
    if (!target.aim().isDuration()) {
      return Units.percent(value);
    }
    long nanos = Math.round(value);
    return nanos % 1_000_000 == 0 && nanos > 0 ? nanos / 1_000_000 + " ms" : Units.duration(nanos);
  }

  static List<String> caches(LiveSnapshot snapshot, LiveView view, Style style) {
    return flow(
        "CACHES",
        snapshot.caches().stream()
            .map(
                cache ->
                    ratio(cache.name(), cache.hits(), cache.lookups(), "hits", cache.perSecond()))
            .toList(),
        view,
        style);
  }

  static List<String> pools(LiveSnapshot snapshot, LiveView view, Style style) {
    return flow(
        "POOLS",
        snapshot.pools().stream()
            .map(
                pool -> ratio(pool.name(), pool.reused(), pool.takes(), "reused", pool.perSecond()))
            .toList(),
        view,
        style);
  }

  private static Item ratio(String name, long part, long whole, String what, double perSecond) {
    String text =
        whole == 0
            ? " idle"
            : String.format(
                Locale.US,
                " %s %s of %s, %s/s",
                Units.percent((double) part / whole),
                what,
                Units.count(whole),
                LiveColumn.rate(perSecond));
    return new Item(name, Tone.STRONG, text);
  }

  /** Returns items one after the other, in as many lines as they take, under a label. */
  private static List<String> flow(String label, List<Item> items, LiveView view, Style style) {
    List<String> lines = new ArrayList<>();
    var line = new LiveLine(view.columns(), style).add(label, Tone.FAINT).to(LABEL);
    int used = LABEL;
    for (Item item : items) {
      if (used > LABEL && used + BETWEEN.length() + item.width() > view.columns()) {
        lines.add(line.toString());
        line = new LiveLine(view.columns(), style).to(LABEL);
        used = LABEL;
      }
      line.add(used > LABEL ? BETWEEN : "").add(item.mark, item.tone).add(item.text);
      used += (used > LABEL ? BETWEEN.length() : 0) + item.width();
    }
    if (!items.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  static List<String> alerts(LiveSnapshot snapshot, LiveView view, Style style) {
    List<String> lines = new ArrayList<>();
    var title = new LiveLine(view.columns(), style).add("ALERTS", Tone.FAINT).to(LABEL);
    if (snapshot.alertCount() == 0) {
      return List.of(title.add("none").toString());
    }
    lines.add(title.add(Units.count(snapshot.alertCount()) + ", newest first").toString());
    snapshot.alerts().forEach(alert -> lines.add(line(alert, view, style)));
    return lines;
  }

  private static String line(Alert alert, LiveView view, Style style) {
    boolean critical = alert.level().equals(CRITICAL);
    String name = alert.name().isEmpty() ? "" : " (" + alert.name() + ")";
    return new LiveLine(view.columns(), style)
        .add("  " + TIME.format(alert.at().atZone(style.zone())) + "  ")
        .add(String.format(Locale.US, "%-8s", alert.level()), critical ? Tone.BAD : Tone.WARNING)
        .add("  %9s ".formatted(Units.duration(alert.tookNanos())), Tone.STRONG)
        .add("over " + Units.duration(alert.limitNanos()) + "  " + alert.operation() + name)
        .toString();
  }
}
