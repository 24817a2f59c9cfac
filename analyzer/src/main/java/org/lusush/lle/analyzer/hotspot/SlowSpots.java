// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.hotspot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Sums;
import org.lusush.lle.analyzer.model.timeline.LatencyRows;
import org.lusush.lle.analyzer.model.tree.Place;
import org.lusush.lle.analyzer.model.tree.SlowPlaces;
import org.lusush.lle.analyzer.model.tree.Trees;
import org.lusush.lle.analyzer.model.tree.WorkTree;
import org.lusush.lle.events.Targets;

/**
 * Ranks operations and methods by the time they take themselves inside slow keystrokes, not only by
 * all they take: what is called often is seldom what holds a person up.
 *
 * <p>Slow is what lies in or above the row of latencies that holds the 99th percentile, or that of
 * the warning threshold, whichever takes more in.
 */
public final class SlowSpots {

  private static final Comparator<Place> MOST_OF_SLOW_FIRST =
      Ordering.comparingLong(Place::slowSelfNanos)
          .thenComparingLong(Place::selfNanos)
          .reversed()
          .thenComparing(Place::name);

  private SlowSpots() {}

  public static SlowPlaces of(Recording recording, Targets targets) {
    Latency latency = recording.contents().keystrokes().latency();
    long from = Math.min(latency.percentileNanos(99), targets.keystrokeWarning().toNanos());
    int row = LatencyRows.of(from);
    Trees trees = recording.contents().trees();
    return new SlowPlaces(
        row,
        LatencyRows.fromNanos(row),
        ranked(trees.operations(), row),
        ranked(trees.frames(), row));
  }

  /** What one name has so far. */
  private static final class Tally {
    private long count;
    private long slowSelf;
    private long slowTotal;
    private long self;
    private long total;

    /** A name that calls itself has the time of both only once. */
    void add(WorkTree.Node node, int row, boolean isOutermost) {
      count = Sums.add(count, node.count());
      slowSelf = Sums.add(slowSelf, node.self().from(row));
      self = Sums.add(self, node.self().total());
      if (isOutermost) {
        slowTotal = Sums.add(slowTotal, node.total().from(row));
        total = Sums.add(total, node.total().total());
      }
    }

    Place toPlace(String name, long allSlow) {
      double share = allSlow == 0 ? 0 : (double) slowSelf / allSlow;
      return new Place(name, count, slowSelf, slowTotal, self, total, share);
    }
  }

  private static List<Place> ranked(WorkTree tree, int row) {
    Map<String, Tally> tallies = new HashMap<>();
    tree.forEach(
        (path, node) -> {
          List<String> callers = path.subList(0, path.size() - 1);
          tallies
              .computeIfAbsent(node.name(), unused -> new Tally())
              .add(node, row, !callers.contains(node.name()));
        });
    long allSlow =
        tree.roots().stream().mapToLong(root -> root.total().from(row)).reduce(0, Sums::add);
    List<Place> places = new ArrayList<>();
    tallies.forEach((name, tally) -> places.add(tally.toPlace(name, allSlow)));
    places.sort(MOST_OF_SLOW_FIRST);
    return places.subList(0, Math.min(SlowPlaces.MOST, places.size()));
  }
}
