// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.lusush.lle.analyzer.live.LiveSnapshot;
import org.lusush.lle.analyzer.live.LiveSnapshot.Keys;
import org.lusush.lle.analyzer.live.LiveSnapshot.Shell;
import org.lusush.lle.events.Targets;

/** What is observed, and how its keystrokes do. */
final class LiveHeader {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final int LABEL = 12;
  private static final int SOME_MINUTES = 120;
  private static final String[] TITLES = {"keys/s", "count", "p50", "p99", "max", "within 16 ms"};
  private static final int[] WIDTHS = {7, 8, 9, 9, 9, 14};

  private LiveHeader() {}

  static List<String> shell(LiveSnapshot snapshot, LiveView view, Style style) {
    var first = new LiveLine(view.columns(), style);
    first.add("lle top " + snapshot.pid(), Tone.STRONG);
    first.add("  ");
    first.add(snapshot.shell().map(shell -> about(shell, snapshot)).orElse("nothing typed so far"));
    var second = new LiveLine(view.columns(), style);
    snapshot.shell().ifPresent(shell -> counts(second, shell));
    String time = TIME.format(snapshot.at().atZone(style.zone()));
    String full = state(snapshot, view) + "  " + time;
    Tone tone = view.paused() || view.isSilent() ? Tone.WARNING : Tone.FAINT;
    second.right(second.fits(Width.of(full) + 2) ? full : time, tone);
    return List.of(first.toString(), second.toString());
  }

  private static String state(LiveSnapshot snapshot, LiveView view) {
    if (view.paused()) {
      return "PAUSED";
    }
    return view.isSilent()
        ? "SILENT for " + length(view.silence())
        : "every " + length(snapshot.interval());
  }

  private static String about(Shell shell, LiveSnapshot snapshot) {
    String size = shell.columns() > 0 ? " " + shell.columns() + "x" + shell.rows() : "";
    String sessions = shell.sessions() > 1 ? " · " + shell.sessions() + " sessions" : "";
    Duration up = Duration.between(shell.started(), snapshot.at());
    return shell.name()
        + " · "
        + shell.editor()
        + " · "
        + shell.terminal()
        + size
        + sessions
        + " · up "
        + up(Math.max(0, up.toSeconds()));
  }

  private static String up(long seconds) {
    return seconds < 60 ? seconds + " s" : Units.duration(seconds * 1_000_000_000L);
  }

  private static void counts(LiveLine line, Shell shell) {
    line.add("keystrokes " + Units.count(shell.keystrokes()));
    line.add("  lines " + Units.count(shell.lines()));
    line.add(
        "  dropped " + Units.count(shell.dropped()),
        shell.dropped() > 0 ? Tone.WARNING : Tone.PLAIN);
    line.add(
        "  failures " + Units.count(shell.failures()),
        shell.failures() > 0 ? Tone.BAD : Tone.PLAIN);
  }

  /** Returns a length of time in seconds, and one of some minutes in those. */
  private static String length(Duration length) {
    long seconds = Math.max(0, Math.round(length.toMillis() / 1e3));
    return seconds < SOME_MINUTES ? seconds + " s" : Math.round(seconds / 60.0) + " min";
  }

  /** Returns the keystrokes of the last interval, and of the window, under their titles. */
  static List<String> keystrokes(LiveSnapshot snapshot, LiveView view, Style style) {
    var titles = new LiveLine(view.columns(), style);
    titles.add("keystrokes", Tone.FAINT).to(LABEL);
    for (int i = 0; i < TITLES.length; i++) {
      cell(titles, i, TITLES[i], Tone.FAINT);
    }
    return List.of(
        titles.toString(),
        keys("now", snapshot.now(), view, style),
        keys("last " + length(snapshot.window()), snapshot.lately(), view, style));
  }

  private static String keys(String label, Keys keys, LiveView view, Style style) {
    var line = new LiveLine(view.columns(), style);
    line.add(label).to(LABEL);
    cell(line, 0, LiveColumn.rate(keys.perSecond()), Tone.PLAIN);
    cell(line, 1, Units.count(keys.count()), Tone.PLAIN);
    if (keys.count() > 0) {
      cell(line, 2, Units.duration(keys.p50Nanos()), Tone.PLAIN);
      cell(line, 3, Units.duration(keys.p99Nanos()), tone(keys.p99Nanos()));
      cell(line, 4, Units.duration(keys.maxNanos()), tone(keys.maxNanos()));
      cell(line, 5, Units.percent(keys.shareWithinFrame()), Tone.PLAIN);
    }
    return line.toString();
  }

  private static void cell(LiveLine line, int column, String text, Tone tone) {
    int padding = Math.max(1, WIDTHS[column] - Width.of(text));
    if (line.fits(Math.max(WIDTHS[column], padding + Width.of(text)))) {
      line.add(" ".repeat(padding)).add(text, tone);
    }
  }

  private static Tone tone(long nanos) {
    var targets = Targets.defaults();
    if (nanos > targets.keystrokeCritical().toNanos()) {
      return Tone.BAD;
    }
    return nanos > targets.keystrokeWarning().toNanos() ? Tone.WARNING : Tone.STRONG;
  }
}
