// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.Sums;
import org.lusush.lle.events.OperationNames;

/**
 * Work by the path of names that led to it: methods from the first caller to the one that ran, or
 * operations from the keystroke on. Immutable; trees add up.
 *
 * @param roots those of the most time first
 */
public record WorkTree(List<Node> roots) {

  /** How many paths are told apart; the time of the smallest ones goes to "(other)" beside them. */
  public static final int MAX_NODES = 2_000;

  public static final WorkTree NONE = new WorkTree(List.of());

  public WorkTree {
    roots = List.copyOf(roots);
  }

  /**
   * One path.
   *
   * @param name its last name
   * @param count how often it was, as often as it was seen
   * @param self time of its own, without that of its children
   * @param total time of its own and of everything under it
   * @param children those of the most time first
   */
  public record Node(
      String name, long count, TimeByLatency self, TimeByLatency total, List<Node> children) {
    public Node {
      children = List.copyOf(children);
    }
  }

  /** Shows every path, from its first name to its last. */
  @FunctionalInterface
  public interface Visitor {
    void visit(List<String> path, Node node);
  }

  /** Shows every path, callers before what they call; the list is the visitor's to keep. */
  public void forEach(Visitor visitor) {
    roots.forEach(root -> visit(List.of(), root, visitor));
  }

  private static void visit(List<String> above, Node node, Visitor visitor) {
    List<String> path = new ArrayList<>(above);
    path.add(node.name);
    visitor.visit(List.copyOf(path), node);
    node.children.forEach(child -> visit(path, child, visitor));
  }

  public boolean isEmpty() {
    return roots.isEmpty();
  }

  public WorkTree plus(WorkTree other) {
    if (other.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    var sum = new Recorder();
    sum.add(this);
    sum.add(other);
    return sum.toTree();
  }

  /** Collects work. Not thread-safe. */
  public static final class Recorder {

    private static final int MAX_PLACES = 20_000;
    private static final int MAX_DEPTH = 128;

    /** So many names at most are found by their number; places could have many children. */
    private static final int FAST_NAMES = 32;

    private final Place root = new Place(0, false);
    private int places;
    private int names;

    /** A name of paths that come again and again. */
    public static final class Name {
      private final String text;
      private final int number;

      private Name(String text, int number) {
        this.text = text;
        this.number = number;
      }

      public String text() {
        return text;
      }
    }

    /** Returns a name for {@link Place#child(Name)} of this recorder's places. */
    public Name name(String text) {
      return new Name(text, names++);
    }

    /** A path, for what comes with it. */
    public final class Place {
      private final int depth;
      private final boolean ofOthers;
      private final Map<String, Place> children = new HashMap<>();
      private final TimeByLatency.Recorder self = new TimeByLatency.Recorder();

      /** The children by the number of their name, as far as they are known. */
      private @Nullable Place[] byName = {};

      private long count;

      private Place(int depth, boolean ofOthers) {
        this.depth = depth;
        this.ofOthers = ofOthers;
      }

      /** Returns what {@link #child(String)} does. */
      public Place child(Name name) {
        Place known = name.number < byName.length ? byName[name.number] : null;
        return known != null ? known : find(name);
      }

      private Place find(Name name) {
        Place child = child(name.text);
        if (name.number < FAST_NAMES) {
          if (byName.length == 0) {
            byName = new Place[FAST_NAMES];
          }
          byName[name.number] = child; // as it was found once, it is ever after
        }
        return child;
      }

      /**
       * Returns the path that is longer by a name; where there are too many, that of the others.
       */
      public Place child(String name) {
        Place child = children.get(name);
        if (child != null) {
          return child;
        }
        if (depth >= MAX_DEPTH || ofOthers) {
          return this;
        }
        boolean isOther = places >= MAX_PLACES || name.equals(OperationNames.OTHER);
        return children.computeIfAbsent(
            isOther ? OperationNames.OTHER : name,
            unused -> {
              places++;
              return new Place(depth + 1, isOther);
            });
      }

      /**
       * Adds time of its own.
       *
       * @param row of {@link org.lusush.lle.analyzer.model.timeline.LatencyRows}, or {@link
       *     TimeByLatency#OUTSIDE}
       */
      public void add(int row, long selfNanos) {
        self.add(row, selfNanos);
        count++;
      }

      private void add(Node node) {
        self.add(node.self);
        count = Sums.add(count, node.count);
        node.children.forEach(child -> child(child.name).add(child));
      }
    }

    /** Returns the path without a name that all others begin with. */
    public Place root() {
      return root;
    }

    void add(WorkTree tree) {
      tree.roots.forEach(node -> root.child(node.name).add(node));
    }

    public WorkTree toTree() {
      Map<Place, Long> totals = new HashMap<>();
      total(root, totals);
      return new WorkTree(nodes(root, totals, smallestKept(totals)));
    }

    private static long total(Place place, Map<Place, Long> totals) {
      long sum = place.self.toTime().total();
      for (Place child : place.children.values()) {
        sum = Sums.add(sum, total(child, totals));
      }
      totals.put(place, sum);
      return sum;
    }

    /** Returns how large a path must be to be told apart; a caller is never less than a callee. */
    private static long smallestKept(Map<Place, Long> totals) {
      if (totals.size() <= MAX_NODES) {
        return 0;
      }
      PriorityQueue<Long> largest = new PriorityQueue<>();
      for (long total : totals.values()) {
        largest.add(total);
        if (largest.size() > MAX_NODES) {
          largest.remove();
        }
      }
      Long smallest = largest.peek();
      return smallest == null ? 0 : smallest + 1;
    }

    private static List<Node> nodes(Place place, Map<Place, Long> totals, long smallest) {
      List<Node> nodes = new ArrayList<>();
      var others = new Others();
      for (Map.Entry<String, Place> entry : place.children.entrySet()) {
        Place child = entry.getValue();
        if (child.ofOthers || totals.getOrDefault(child, 0L) < smallest) {
          others.add(child);
        } else {
          nodes.add(node(entry.getKey(), child, totals, smallest));
        }
      }
      if (others.count > 0) {
        TimeByLatency time = others.time.toTime();
        nodes.add(new Node(OperationNames.OTHER, others.count, time, time, List.of()));
      }
      nodes.sort(
          Ordering.comparingLong((Node node) -> node.total.total())
              .reversed()
              .thenComparing(Node::name));
      return nodes;
    }

    private static Node node(String name, Place place, Map<Place, Long> totals, long smallest) {
      List<Node> children = nodes(place, totals, smallest);
      var total = new TimeByLatency.Recorder();
      total.add(place.self.toTime());
      children.forEach(child -> total.add(child.total));
      return new Node(name, place.count, place.self.toTime(), total.toTime(), children);
    }

    /** What is not told apart. */
    private static final class Others {
      private final TimeByLatency.Recorder time = new TimeByLatency.Recorder();
      private long count;

      void add(Place place) {
        count = Sums.add(count, place.count);
        time.add(place.self.toTime());
        place.children.values().forEach(this::add);
      }
    }
  }
}
