// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.profiler.Profile.Edge;

/** Answers who called whom. */
final class CallGraph {

  private static final Comparator<Edge> MOST_TIME_FIRST =
      Comparator.comparingLong(Edge::totalNanos)
          .reversed()
          .thenComparing(edge -> edge.type().label())
          .thenComparing(Edge::name);

  private record Operation(OperationType type, String name) {
    static Operation of(CallNode node) {
      return new Operation(node.type(), node.name());
    }
  }

  private CallGraph() {}

  static List<Edge> callers(List<CallNode> roots, OperationType type, String name) {
    Map<Operation, Edge> edges = new HashMap<>();
    forEachCall(
        roots,
        (caller, callee) -> {
          if (callee.is(type, name)) {
            add(edges, Operation.of(caller), callee);
          }
        });
    return sorted(edges);
  }

  static List<Edge> callees(List<CallNode> roots, OperationType type, String name) {
    Map<Operation, Edge> edges = new HashMap<>();
    forEachCall(
        roots,
        (caller, callee) -> {
          if (caller.is(type, name)) {
            add(edges, Operation.of(callee), callee);
          }
        });
    return sorted(edges);
  }

  @SuppressWarnings("ReferenceEquality") // equal nodes may stand in several places
  static Optional<CallNode> parent(List<CallNode> roots, CallNode node) {
    var found = new ArrayDeque<CallNode>(1);
    forEachCall(
        roots,
        (caller, callee) -> {
          if (callee == node) {
            found.add(caller);
          }
        });
    return Optional.ofNullable(found.peek());
  }

  private static void add(Map<Operation, Edge> edges, Operation end, CallNode callee) {
    var edge = new Edge(end.type, end.name, callee.calls(), callee.totalNanos());
    edges.merge(
        end,
        edge,
        (a, b) ->
            new Edge(
                a.type(),
                a.name(),
                a.calls() + b.calls(),
                Figures.sum(a.totalNanos(), b.totalNanos())));
  }

  private static List<Edge> sorted(Map<Operation, Edge> edges) {
    return edges.values().stream().sorted(MOST_TIME_FIRST).toList();
  }

  private static void forEachCall(List<CallNode> nodes, BiConsumer<CallNode, CallNode> visitor) {
    for (var node : nodes) {
      node.children().forEach(child -> visitor.accept(node, child));
      forEachCall(node.children(), visitor);
    }
  }
}
