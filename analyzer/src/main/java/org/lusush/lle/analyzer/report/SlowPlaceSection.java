// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import org.lusush.lle.analyzer.model.tree.Place;
import org.lusush.lle.analyzer.model.tree.SlowPlaces;
import org.lusush.lle.analyzer.model.tree.WorkTree;

/** What slow keystrokes spent their time in: operations, what called them, and methods. */
final class SlowPlaceSection {

  private static final int OPERATIONS = 6;
  private static final int FRAMES = 8;
  private static final int TREE_LINES = 12;
  private static final double WORTH_A_LINE = 0.05;
  private static final int WIDEST_PACKAGE_PART = 1;

  private SlowPlaceSection() {}

  static void print(Page page, SlowPlaces places, WorkTree operations) {
    List<Place> slow = slow(places.operations(), OPERATIONS);
    if (slow.isEmpty()) {
      return;
    }
    page.heading(
        "IN SLOW KEYSTROKES",
        "by self time, in those from " + Units.duration(places.fromNanos()) + " on");
    table("operation", slow).print(page);
    page.blank();
    new Tree(page, places.row(), operations).print();
    List<Place> frames = slow(places.frames(), FRAMES);
    if (!frames.isEmpty()) {
      page.blank();
      table("method, by samples", frames).print(page);
    }
  }

  private static List<Place> slow(List<Place> places, int most) {
    return places.stream().filter(place -> place.slowSelfNanos() > 0).limit(most).toList();
  }

  private static Table table(String title, List<Place> places) {
    var table =
        new Table()
            .text(title, 56)
            .figure("share")
            .figure("self")
            .figure("total")
            .figure("self in all");
    for (Place place : places) {
      table.row(
          brief(place.name()),
          Units.percent(place.slowShare()),
          Units.duration(place.slowSelfNanos()),
          Units.duration(place.slowTotalNanos()),
          Units.duration(place.selfNanos()));
    }
    return table;
  }

  /** Returns a method with its packages cut to their first letters; all else as it is. */
  static String brief(String name) {
    String[] parts = name.split("\\.", -1);
    if (parts.length < 4 || name.indexOf(' ') >= 0) {
      return name;
    }
    var brief = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      boolean ofPackage = i < parts.length - 2;
      String part = parts[i];
      brief
          .append(i == 0 ? "" : ".")
          .append(
              ofPackage ? part.substring(0, Math.min(WIDEST_PACKAGE_PART, part.length())) : part);
    }
    return brief.toString();
  }

  /** The operations of slow keystrokes, each under what called it. */
  private static final class Tree {
    private final Page page;
    private final int row;
    private final WorkTree operations;
    private final long all;
    private int lines;

    Tree(Page page, int row, WorkTree operations) {
      this.page = page;
      this.row = row;
      this.operations = operations;
      all = operations.roots().stream().mapToLong(root -> root.total().from(row)).sum();
    }

    void print() {
      page.line("  share   total      self       each under what called it", Tone.FAINT);
      operations.roots().forEach(root -> print(root, ""));
    }

    private void print(WorkTree.Node node, String indent) {
      double share = all == 0 ? 0 : (double) node.total().from(row) / all;
      if (share < WORTH_A_LINE || lines >= TREE_LINES) {
        return;
      }
      lines++;
      page.line(
          "  %-7s %-10s %-10s %s%s"
              .formatted(
                  Units.percent(share),
                  Units.duration(node.total().from(row)),
                  Units.duration(node.self().from(row)),
                  indent,
                  node.name()));
      node.children().forEach(child -> print(child, indent + "  "));
    }
  }
}
