// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.ArrayList;
import java.util.Arrays;
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
  private static final int FEWEST_TARGET_LINES = 2;

  private static final List<String> KEYS =
      List.of("q quit", "h help", "s sort", "r reverse", "p pause", "arrows, PgUp, PgDn scroll");

  private static final List<String> HELP =
      List.of(
          "q, Ctrl-C    quit; the recording in the shell is ended",
          "s            sort by the next column, the one that is marked",
          "r            reverse the order",
          "p            pause: figures stand still, nothing is missed meanwhile",
          "Up, Down, PgUp, PgDn, Home, End    scroll the operations",
          "h, ?         this help, and back",
          "",
          "calls/s is of the last interval; all else of an operation is of the last 60.",
          "self: share of the time of all operations, without those nested in it.",
          "Targets are held against the last 60 intervals.",
          "Nothing that is typed is recorded or shown.");

  private LiveReport() {}

  /** Returns the lines of a frame, escape sequences for colors among them if asked for. */
  public static List<String> render(LiveSnapshot snapshot, LiveView view, Style style) {
    List<String> head = LiveHeader.shell(snapshot, view, style);
    if (!view.isScreen()) {
      return all(head, snapshot, view, style);
    }
    List<String> body =
        view.help() ? help(view, style) : fitted(snapshot, view, style, view.rows() - head.size());
    List<String> lines = new ArrayList<>(head);
    lines.addAll(body);
    return lines.subList(0, Math.min(lines.size(), view.rows()));
  }

  /** Returns the frame before the first figures. */
  public static List<String> waiting(LiveView view, Style style) {
    return List.of(
        new LiveLine(view.columns(), style).add("waiting for the first interval …").toString());
  }

  /** Returns how many operations a frame of that height shows at most. */
  public static int page(LiveView view) {
    return Math.max(1, view.rows() / 2);
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
    lines.addAll(LiveSections.alerts(snapshot, view, style));
    if (snapshot.unreadable() > 0) {
      lines.add(Units.count(snapshot.unreadable(), "histogram") + " could not be read");
    }
    return lines;
  }

  private static List<String> fitted(
      LiveSnapshot snapshot, LiveView view, Style style, int available) {
    boolean spacious = view.rows() >= SPACIOUS;
    int gap = spacious ? 1 : 0;
    var operations = new LiveOperations(snapshot.operations(), view, style);
    int fewest = 1 + Math.min(FEWEST_OPERATIONS, operations.size());
    int room = available - 1 - fewest - gap; // the last line says what keys there are
    var keystrokes = new Part(LiveHeader.keystrokes(snapshot, view, style), gap);
    var targets = new Part(LiveSections.targets(snapshot, view, style), gap);
    var alerts = new Part(LiveSections.alerts(snapshot, view, style), 0);
    var caches = new Part(LiveSections.caches(snapshot, view, style), 0);
    var pools = new Part(LiveSections.pools(snapshot, view, style), 0);
    room = keystrokes.take(room, Integer.MAX_VALUE);
    room = targets.take(room, FEWEST_TARGET_LINES);
    room = alerts.take(room, FEWEST_ALERTS);
    room = caches.take(room, Integer.MAX_VALUE);
    room = pools.take(room, Integer.MAX_VALUE);
    int more = Math.max(0, Math.min(room, operations.size() - (fewest - 1)));
    room = targets.take(room - more, Integer.MAX_VALUE);
    room = alerts.take(room, Integer.MAX_VALUE);
    List<String> lines = new ArrayList<>();
    addPart(lines, keystrokes.shown(), spacious);
    addPart(lines, operations.lines(fewest - 1 + more), spacious);
    addPart(lines, targets.shown(), spacious);
    for (Part part : Arrays.asList(caches, pools, alerts)) {
      lines.addAll(part.shown());
    }
    lines.addAll(Collections.nCopies(Math.max(0, room), ""));
    lines.add(keys(view, style));
    return lines;
  }

  private static String keys(LiveView view, Style style) {
    var line = new LiveLine(view.columns(), style);
    for (String key : KEYS) {
      if (line.fits(key.length())) {
        line.add(key + "   ", Tone.FAINT);
      }
    }
    return line.toString();
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

  private static List<String> help(LiveView view, Style style) {
    List<String> lines = new ArrayList<>(List.of(""));
    HELP.forEach(line -> lines.add(new LiveLine(view.columns(), style).add(line).toString()));
    return lines;
  }
}
