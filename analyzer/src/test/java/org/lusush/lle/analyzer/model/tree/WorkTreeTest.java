// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.model.timeline.LatencyRows;
import org.lusush.lle.events.OperationNames;

final class WorkTreeTest {

  @Test
  void tree_totalOfAPath_isItsOwnTimeAndThatOfItsChildren() {
    WorkTree tree =
        tree(
            List.of("main", "read", "complete"),
            10,
            700,
            List.of("main", "read"),
            2,
            200,
            List.of("main", "write"),
            TimeByLatency.OUTSIDE,
            50);

    WorkTree.Node main = tree.roots().get(0);
    assertThat(main.total().total()).isEqualTo(950);
    assertThat(main.self().total()).isZero();
    assertThat(main.children()).extracting(WorkTree.Node::name).containsExactly("read", "write");
    assertThat(main.total().from(0)).as("in keystrokes").isEqualTo(900);
    assertThat(main.total().from(3)).as("in slow ones").isEqualTo(700);
    assertThat(main.children().get(0).self().total()).isEqualTo(200);
  }

  @Test
  void child_byNumberedNames_isThatByText() {
    var recorder = new WorkTree.Recorder();
    List<WorkTree.Recorder.Name> names = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      names.add(recorder.name("work " + i));
    }

    for (WorkTree.Recorder.Name name : names) {
      WorkTree.Recorder.Place place = recorder.root().child(name);
      assertThat(place).isSameAs(recorder.root().child(name));
      assertThat(place).isSameAs(recorder.root().child(name.text()));
    }
    assertThat(names.stream().map(recorder.root()::child).distinct()).hasSize(100);
  }

  @Test
  void tree_ofTwoParts_isThatOfAll() {
    var random = new Random(3);
    var all = new WorkTree.Recorder();
    var parts = List.of(new WorkTree.Recorder(), new WorkTree.Recorder());
    for (int i = 0; i < 2_000; i++) {
      List<String> path = path(random, 4, 4);
      int row = random.nextInt(LatencyRows.COUNT);
      add(all, path, row, i);
      add(parts.get(i % 2), path, row, i);
    }

    WorkTree sum = parts.get(0).toTree().plus(parts.get(1).toTree());

    assertThat(flat(sum)).isEqualTo(flat(all.toTree()));
  }

  @Test
  void tree_moreThanCanBeTold_keepsTheLargestAndTheWholeTime() {
    var random = new Random(4);
    var recorder = new WorkTree.Recorder();
    add(recorder, List.of("a", "large"), 4, 1_000_000);
    long total = 0;
    long counted = 0;
    for (int i = 0; i < 60_000; i++) {
      int row = random.nextInt(LatencyRows.COUNT);
      add(recorder, path(random, 5, 30), row, 1 + i % 7);
      total += 1 + i % 7;
      counted++;
    }

    WorkTree tree = recorder.toTree().plus(recorder.toTree());

    List<WorkTree.Node> nodes = new ArrayList<>();
    tree.forEach((path, node) -> nodes.add(node));
    assertThat(nodes).hasSizeLessThanOrEqualTo(2 * WorkTree.MAX_NODES);
    assertThat(nodes).extracting(WorkTree.Node::name).contains("large", OperationNames.OTHER);
    assertThat(tree.roots().stream().mapToLong(node -> node.total().total()).sum())
        .isEqualTo(2 * (total + 1_000_000));
    assertThat(nodes.stream().mapToLong(WorkTree.Node::count).sum()).isEqualTo(2 * (counted + 1));
  }

  @Test
  void tree_endlessPath_endsSomewhere() {
    var recorder = new WorkTree.Recorder();
    WorkTree.Recorder.Place place = recorder.root();
    for (int i = 0; i < 100_000; i++) {
      place = place.child("again");
    }
    place.add(1, 10);

    var longest = new int[1];
    recorder.toTree().forEach((path, node) -> longest[0] = Math.max(longest[0], path.size()));
    assertThat(longest[0]).isLessThan(200);
  }

  private static List<String> path(Random random, int depth, int names) {
    List<String> path = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(depth); i++) {
      path.add("f" + random.nextInt(names));
    }
    return path;
  }

  private static WorkTree tree(Object... paths) {
    var recorder = new WorkTree.Recorder();
    for (int i = 0; i < paths.length; i += 3) {
      List<String> path = new ArrayList<>();
      ((List<?>) paths[i]).forEach(name -> path.add((String) name));
      add(recorder, path, (Integer) paths[i + 1], ((Integer) paths[i + 2]).longValue());
    }
    return recorder.toTree();
  }

  private static void add(WorkTree.Recorder recorder, List<String> path, int row, long nanos) {
    WorkTree.Recorder.Place place = recorder.root();
    for (String name : path) {
      place = place.child(name);
    }
    place.add(row, nanos);
  }

  private static Map<String, List<Long>> flat(WorkTree tree) {
    Map<String, List<Long>> flat = new HashMap<>();
    tree.forEach(
        (path, node) ->
            flat.put(
                String.join(";", path),
                List.of(node.count(), node.self().total(), node.total().from(9))));
    return flat;
  }
}
