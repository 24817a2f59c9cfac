// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tests ask of profiles. */
final class Profiles {

  private Profiles() {}

  static Profiler on(ProfilerMode mode) {
    var profiler = new Profiler(new FakeClock(0));
    profiler.mode(mode);
    return profiler;
  }

  /** Returns the nodes by their paths, such as {@code custom:a/custom:b}. */
  static Map<String, CallNode> byPath(Profile profile) {
    var paths = new TreeMap<String, CallNode>();
    collect(profile.roots(), "", paths);
    return paths;
  }

  private static void collect(List<CallNode> nodes, String around, Map<String, CallNode> paths) {
    for (var node : nodes) {
      String path =
          around + node.type().label() + "@" + node.component().label() + ":" + node.name();
      assertThat(paths.put(path, node)).isNull();
      collect(node.children(), path + "/", paths);
    }
  }

  static CallNode only(Profile profile) {
    assertThat(profile.roots()).hasSize(1);
    return profile.roots().get(0);
  }

  /** Asserts what holds of every profile, whatever was going on when it was taken. */
  static void assertConsistent(List<CallNode> nodes) {
    for (var node : nodes) {
      long inside = node.children().stream().mapToLong(CallNode::totalNanos).sum();
      assertThat(node.selfNanos() + inside).isEqualTo(node.totalNanos());
      assertThat(node.failures()).isLessThanOrEqualTo(node.calls());
      assertThat(node.selfNanos()).isLessThanOrEqualTo(node.endedNanos());
      assertThat(node.minNanos()).isLessThanOrEqualTo(node.meanNanos());
      assertThat(node.meanNanos()).isLessThanOrEqualTo(node.maxNanos());
      assertConsistent(node.children());
    }
  }
}
