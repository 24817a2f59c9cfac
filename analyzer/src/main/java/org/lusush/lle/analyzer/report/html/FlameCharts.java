// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.tree.Trees;
import org.lusush.lle.analyzer.model.tree.WorkTree;
import org.lusush.lle.analyzer.report.Units;

/** Flame graphs: operations within operations, and methods within methods. */
final class FlameCharts {

  /** Paths that are drawn; smaller ones are blank above those that they are in. */
  private static final int DRAWN = 500;

  private static final int LISTED = 30;

  /** Time of one name all over a tree. */
  private static final class Sum {
    private long self;
    private long slow;
    private long count;

    void add(WorkTree.Node node, int slowRow) {
      self += node.self().total();
      slow += node.self().from(slowRow);
      count += node.count();
    }
  }

  private FlameCharts() {}

  static void add(PageBuilder.Section section, Analysis analysis) {
    Trees trees = analysis.recording().contents().trees();
    int slowRow = analysis.slowPlaces().row();
    String slow = Units.duration(analysis.slowPlaces().fromNanos());
    add(
        section,
        trees.operations(),
        slowRow,
        slow,
        "Flame graph of operations: what keystrokes consisted of",
        "operation");
    add(
        section,
        trees.frames(),
        slowRow,
        slow,
        "Flame graph of methods, by samples of the threads that answered keystrokes",
        "method");
  }

  private static void add(
      PageBuilder.Section section,
      WorkTree tree,
      int slowRow,
      String slow,
      String caption,
      String noun) {
    if (tree.isEmpty()) {
      return;
    }
    ObjectNode chart =
        section.chart(
            "flame",
            caption,
            "The wider, the more time; what is under another was done within it. The stronger the"
                + " color, the larger the part of it in keystrokes of %s or longer. Enter or"
                    .formatted(slow)
                + " a click shows one of them in full, Escape shows all again.",
            table(tree, slowRow, slow, noun));
    chart.put("slow", slow);
    long smallest = smallestDrawn(tree);
    ArrayNode names = chart.putArray("names");
    Map<String, Integer> places = new HashMap<>();
    ArrayNode roots = JsonNodeFactory.instance.arrayNode();
    tree.roots().forEach(root -> addNode(roots, root, slowRow, smallest, names, places));
    chart.set("roots", roots);
  }

  private static long smallestDrawn(WorkTree tree) {
    List<Long> totals = new ArrayList<>();
    tree.forEach((path, node) -> totals.add(node.total().total()));
    totals.sort(Comparator.reverseOrder());
    return totals.size() <= DRAWN ? 1 : Math.max(1, totals.get(DRAWN - 1) + 1);
  }

  /** Adds a path as its name, its time, its slow time, its own time and what is in it. */
  private static void addNode(
      ArrayNode siblings,
      WorkTree.Node node,
      int slowRow,
      long smallest,
      ArrayNode names,
      Map<String, Integer> places) {
    if (node.total().total() < smallest) {
      return;
    }
    int place =
        places.computeIfAbsent(
            PageBuilder.name(node.name()),
            name -> {
              names.add(name);
              return names.size() - 1;
            });
    ArrayNode entry = siblings.addArray();
    entry
        .add(place)
        .add(node.total().total())
        .add(node.total().from(slowRow))
        .add(node.self().total())
        .add(node.count());
    ArrayNode children = entry.addArray();
    node.children().forEach(c -> addNode(children, c, slowRow, smallest, names, places));
  }

  private static TableBuilder table(WorkTree tree, int slowRow, String slow, String noun) {
    Map<String, Sum> sums = new HashMap<>();
    long[] all = {0};
    tree.forEach(
        (path, node) -> {
          sums.computeIfAbsent(node.name(), unused -> new Sum()).add(node, slowRow);
          all[0] += node.self().total();
        });
    var table =
        new TableBuilder("By time of its own", LISTED)
            .text(noun)
            .figure("own time")
            .figure("share")
            .figure("in keystrokes of " + slow + " or longer")
            .figure("seen");
    sums.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Sum> e) -> e.getValue().self)
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .forEach(
            entry ->
                table.row(
                    entry.getKey(),
                    Units.duration(entry.getValue().self),
                    TableBuilder.share((double) entry.getValue().self / Math.max(1, all[0])),
                    Units.duration(entry.getValue().slow),
                    Units.count(entry.getValue().count)));
    return table;
  }
}
