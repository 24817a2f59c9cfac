// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;

/** Figures over time as a row of bars, each as high as its share of the largest. */
final class Sparkline {

  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final String ASCII_BARS = "_.-:=+*#";

  private Sparkline() {}

  /** Returns the newest of the figures, as many as there is room for; 0 is a gap. */
  static String of(List<Long> figures, int room, boolean unicode) {
    List<Long> newest = figures.subList(Math.max(0, figures.size() - room), figures.size());
    long largest = newest.stream().mapToLong(Long::longValue).max().orElse(0);
    var line = new StringBuilder(" ".repeat(room - newest.size()));
    for (long figure : newest) {
      line.append(figure <= 0 ? ' ' : bar((double) figure / largest, unicode));
    }
    return line.toString();
  }

  /**
   * Returns shares from 0 to 1 on that scale, several of them as their mean where room is short.
   */
  static String ofShares(List<Double> shares, int room, boolean unicode) {
    int bars = Math.min(room, shares.size());
    var line = new StringBuilder();
    for (int i = 0; i < bars; i++) {
      int from = (int) ((long) i * shares.size() / bars);
      int to = (int) ((i + 1L) * shares.size() / bars);
      double mean =
          shares.subList(from, to).stream().mapToDouble(Double::doubleValue).average().orElse(0);
      line.append(bar(mean, unicode));
    }
    return line.toString();
  }

  private static char bar(double share, boolean unicode) {
    String bars = unicode ? BARS : ASCII_BARS;
    int height = (int) Math.ceil(share * bars.length()) - 1;
    return bars.charAt(Math.max(0, Math.min(bars.length() - 1, height)));
  }
}
