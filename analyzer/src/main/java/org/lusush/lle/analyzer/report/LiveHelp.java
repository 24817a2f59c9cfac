// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.ArrayList;
import java.util.List;

/** What the keys of the live view do, and what its figures are of. */
final class LiveHelp {

  private static final int TEXT = 13;
  private static final int NARROWEST_TEXT = 12;

  /** A line, or a paragraph where it takes several. */
  private record Entry(String key, String text) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("q, Ctrl-C", "quit; the recording in the shell is ended"),
          new Entry("s", "sort by the next column, the one that is marked"),
          new Entry("r", "reverse the order"),
          new Entry("p", "pause: figures stand still, nothing is missed meanwhile"),
          new Entry("Up, Down", "scroll the operations; so do PgUp, PgDn, Home and End"),
          new Entry("h, ?", "this help, and back"),
          new Entry("", ""),
          new Entry(
              "", "calls/s is of the last interval; all else of an operation is of the last 60."),
          new Entry("", "self: share of the time of all operations, without those nested in it."),
          new Entry("", "Targets are held against the last 60 intervals."),
          new Entry("", "Nothing that is typed is recorded or shown."));

  private LiveHelp() {}

  /** Returns as many lines as it takes, none wider than the screen. */
  static List<String> lines(LiveView view, Style style) {
    List<String> lines = new ArrayList<>();
    for (Entry entry : ENTRIES) {
      int indent = entry.key.isEmpty() || view.columns() < TEXT + NARROWEST_TEXT ? 0 : TEXT;
      String start = entry.key;
      for (String text : wrapped(entry.text, view.columns() - indent)) {
        var line = new LiveLine(view.columns(), style).add(start, Tone.STRONG).to(indent);
        lines.add(line.add(indent == 0 && !start.isEmpty() ? ": " + text : text).toString());
        start = "";
      }
    }
    return lines;
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
