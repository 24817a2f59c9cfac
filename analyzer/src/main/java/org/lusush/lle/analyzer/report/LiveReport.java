// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lusush.lle.analyzer.live.LiveSnapshot;

/**
 * Frames of the live view: no line is wider than the screen, and there are no more of them than it
 * has rows. What does not fit is left out: columns from the right, sections from the bottom.
 */
public final class LiveReport {

  /** Rows from which there is room for lines that only separate. */
  private static final int SPACIOUS = 24;

  private static final int FEWEST_OPERATIONS = 3;
  private static final int FEWEST_ALERTS = 3;
  private static final int FEWEST_KEYSTROKE_LINES = 2;

  /** Of a frame that is not for a screen. */
  private static final int MOST_ALERT_LINES = 9;

  private static final int FEWEST_TARGET_LINES = 2;

  private static final String BETWEEN_KEYS = "   ";
  private static final List<String> KEYS =
      List.of("q quit", "h help", "s sort", "r reverse", "p pause", "arrows scroll");

  private LiveReport() {}

  /** Returns the lines of a frame, escape sequences for colors among them if asked for. */
  public static List<String> render(LiveSnapshot snapshot, LiveView view, Style style) {
    List<String> head = LiveHeader.shell(snapshot, view, style);
    if (!view.isScreen()) {
      return all(head, snapshot, view, style);
    }
    List<String> lines = new ArrayList<>(head);
    if (view.help()) {
      lines.addAll(help(view, style, view.rows() - head.size()));
    } else {
      addFitted(lines, fit(snapshot, view, style), view, style);
    }
    return lines.subList(0, Math.min(lines.size(), view.rows()));
  }

  /** Returns the frame before the first figures. */
  public static List<String> waiting(LiveView view, Style style) {
    return List.of(
        new LiveLine(view.columns(), style).add("waiting for the first interval …").toString());
  }

  /** Returns how many operations the frame shows, or would show without help over it. */
  public static int page(LiveSnapshot snapshot, LiveView view, Style style) {
    return view.isScreen()
        ? Math.max(1, fit(snapshot, view, style).operationsShown)
        : Math.max(1, snapshot.operations().size());
  }

  private static List<String> all(
      List<String> head, LiveSnapshot snapshot, LiveView view, Style style) {
    var operations = new LiveOperations(snapshot.operations(), view, style);
    List<String> lines = new ArrayList<>(head);
    addPart(lines, LiveHeader.keystrokes(snapshot, view, style), true);
    addPart(lines, operations.lines(operations.size()), true);
    addPart(lines, LiveSections.targets(snapshot, view, style), true);
    lines.addAll(LiveSections.caches(snapshot, view, style));
    lines.addAll(LiveSections.pools(snapshot, view, style));
    List<String> alerts = LiveSections.alerts(snapshot, view, style);
    lines.addAll(alerts.subList(0, Math.min(MOST_ALERT_LINES, alerts.size())));
    if (snapshot.unreadable() > 0) {
      lines.add(Units.count(snapshot.unreadable(), "histogram") + " could not be read");
    }
    return lines;
  }

  /** What of the parts is shown, and how many rows are left over. */
  private record Fit(
      Part keystrokes,
      LiveOperations operations,
      int operationsShown,
      Part targets,
      List<Part> others,
      int blank) {}

  private static Fit fit(LiveSnapshot snapshot, LiveView view, Style style) {
    int gap = isSpacious(view) ? 1 : 0;
    var operations = new LiveOperations(snapshot.operations(), view, style);
    int fewest = 1 + Math.min(FEWEST_OPERATIONS, operations.size());
    int head = LiveHeader.shell(snapshot, view, style).size();
    int room = view.rows() - head - 1 - fewest - gap; // the last line says what keys there are
    var keystrokes = new Part(LiveHeader.keystrokes(snapshot, view, style), gap);
    var targets = new Part(LiveSections.targets(snapshot, view, style), gap);
    var alerts = new Part(LiveSections.alerts(snapshot, view, style), 0);
    var caches = new Part(LiveSections.caches(snapshot, view, style), 0);
    var pools = new Part(LiveSections.pools(snapshot, view, style), 0);
    if (room - gap >= FEWEST_KEYSTROKE_LINES) { // its titles alone would say nothing
      room = keystrokes.take(room, Integer.MAX_VALUE);
    }
    room = targets.take(room, FEWEST_TARGET_LINES);
    room = alerts.take(room, FEWEST_ALERTS);
    room = caches.take(room, Integer.MAX_VALUE);
    room = pools.take(room, Integer.MAX_VALUE);
    int more = Math.max(0, Math.min(room, operations.size() - (fewest - 1)));
    room = targets.take(room - more, Integer.MAX_VALUE);
    room = alerts.take(room, Integer.MAX_VALUE);
    return new Fit(
        keystrokes, operations, fewest - 1 + more, targets, List.of(caches, pools, alerts), room);
  }

  private static boolean isSpacious(LiveView view) {
    return view.rows() >= SPACIOUS;
  }

  private static void addFitted(List<String> lines, Fit fit, LiveView view, Style style) {
    addPart(lines, fit.keystrokes.shown(), isSpacious(view));
    addPart(lines, fit.operations.lines(fit.operationsShown), isSpacious(view));
    addPart(lines, fit.targets.shown(), isSpacious(view));
    for (Part part : fit.others) {
      lines.addAll(part.shown());
    }
    lines.addAll(Collections.nCopies(Math.max(0, fit.blank), ""));
    lines.add(foot(fit.operations.position(fit.operationsShown), view, style));
  }

  /** Returns what keys there are, and which of the operations are shown, if not all. */
  private static String foot(String position, LiveView view, Style style) {
    var line = new LiveLine(view.columns(), style);
    for (String key : KEYS) {
      if (line.fits(key.length() + BETWEEN_KEYS.length() + position.length())) {
        line.add(key + BETWEEN_KEYS, Tone.FAINT);
      }
    }
    return line.right(position, Tone.FAINT).toString();
  }

  private static void addPart(List<String> lines, List<String> part, boolean separated) {
    if (separated && !part.isEmpty()) {
      lines.add("");
    }
    lines.addAll(part);
  }

  /** Lines of which some or all are shown. */
  private static final class Part {
    private final List<String> lines;
    private final int gap;
    private int taken;

    /**
     * @param gap lines that separate it from what is above
     */
    Part(List<String> lines, int gap) {
      this.lines = lines;
      this.gap = gap;
    }

    /** Takes more of the room, up to so many lines in all, and returns what is left. */
    int take(int room, int most) {
      int separating = taken == 0 ? gap : 0;
      int wanted = Math.min(lines.size(), most) - taken;
      int granted = Math.min(wanted, room - separating);
      if (granted <= 0) {
        return room;
      }
      taken += granted;
      return room - granted - separating;
    }

    List<String> shown() {
      return lines.subList(0, taken);
    }
  }

  private static List<String> help(LiveView view, Style style, int available) {
    List<String> lines = new ArrayList<>();
    addPart(lines, LiveHelp.lines(view, style), isSpacious(view));
    int room = Math.max(0, available - 1);
    lines.addAll(Collections.nCopies(Math.max(0, room - lines.size()), ""));
    List<String> shown = new ArrayList<>(lines.subList(0, room));
    shown.add(foot("", view, style));
    return shown;
  }
}
