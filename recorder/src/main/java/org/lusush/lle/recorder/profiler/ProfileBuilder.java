// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationNames;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.statistics.Durations;

/** Merges the trees of several threads into one. Not thread-safe. */
final class ProfileBuilder {

  private static final Comparator<CallNode> MOST_TIME_FIRST =
      Comparator.comparingLong(CallNode::totalNanos)
          .reversed()
          .thenComparing(node -> node.type().label())
          .thenComparing(CallNode::name)
          .thenComparing(CallNode::component);

  private record Key(OperationType type, Component component, String name) {}

  private final class Merged {
    private final Map<Key, Merged> children = new HashMap<>();
    private Figures figures = Figures.NONE;
    private Durations durations = Durations.NONE;

    void addChildren(PathNode node, CallPaths paths) {
      node.forEachChild(
          child -> {
            var figures = paths.figures(child);
            var key = new Key(child.type(), child.component(), nameOf(child, figures));
            var merged = children.computeIfAbsent(key, k -> new Merged());
            merged.figures = merged.figures.plus(figures);
            merged.durations = merged.durations.plus(child.durations());
            merged.addChildren(child, paths);
          });
    }

    List<CallNode> childNodes() {
      return children.entrySet().stream()
          .map(entry -> entry.getValue().toNode(entry.getKey()))
          .sorted(MOST_TIME_FIRST)
          .toList();
    }

    private CallNode toNode(Key key) {
      var nodes = childNodes();
      long total = figures.selfNanos();
      for (var child : nodes) {
        total = Figures.sum(total, child.totalNanos());
      }
      return new CallNode(
          key.type,
          key.component,
          key.name,
          figures.calls(),
          figures.failures(),
          total,
          figures.selfNanos(),
          figures.endedNanos(),
          figures.calls() == 0 ? 0 : figures.minNanos(),
          figures.maxNanos(),
          durations,
          nodes);
    }
  }

  private final Merged root = new Merged();
  private final KnownNames names = new KnownNames();
  private Profile.Losses losses = Profile.Losses.NONE;
  private long renamed;
  private long timedWeight;
  private long timedNanos;

  void add(CallPaths paths) {
    root.addChildren(paths.root(), paths);
    losses = losses.plus(paths.losses());
    var timed = paths.timed();
    timedWeight += timed.weight();
    timedNanos += timed.nanos();
  }

  /** Returns the name of a node, or the one for others where its threads have too many in all. */
  private String nameOf(PathNode node, Figures figures) {
    if (names.admits(node.type(), node.name())) {
      return node.name();
    }
    renamed += figures.calls();
    return OperationNames.OTHER;
  }

  Profile build(Profiler.Settings settings) {
    var roots = root.childNodes();
    long profiledNanos = 0;
    for (var node : roots) {
      profiledNanos = Figures.sum(profiledNanos, node.totalNanos());
    }
    var timed = new CallPaths.Timed(timedWeight, timedNanos);
    return new Profile(
        roots,
        ProfilerOverhead.of(settings, profiledCalls(roots), timed, profiledNanos),
        losses.plus(new Profile.Losses(0, renamed, 0, 0)));
  }

  private static long profiledCalls(List<CallNode> nodes) {
    long calls = 0;
    for (var node : nodes) {
      if (!node.isNotProfiled()) {
        calls += node.calls() + profiledCalls(node.children());
      }
    }
    return calls;
  }
}
