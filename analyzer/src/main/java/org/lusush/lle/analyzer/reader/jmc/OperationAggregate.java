// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.List;
import org.lusush.lle.analyzer.model.Bounded;
import org.lusush.lle.analyzer.model.LatencyRecorder;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.OperationStats;
import org.lusush.lle.analyzer.model.Sums;

/** Adds up the operations of one chunk. Not thread-safe. */
final class OperationAggregate {

  /** The operations of one name. */
  private static final class Tally {
    private final LatencyRecorder latency = new LatencyRecorder();
    private long errors;
    private long selfNanos;

    void add(long nanos, long self, boolean error) {
      latency.record(nanos);
      selfNanos = Sums.add(selfNanos, self);
      if (error) {
        errors++;
      }
    }

    OperationStats toStats(String name) {
      return new OperationStats(name, errors, selfNanos, latency.toLatency());
    }
  }

  /** The operations of one type. */
  private final class Group {
    private final Tally total = new Tally();
    private final Counter<Tally> byName =
        new Counter<>(OperationGroup.MAX_NAMES, OperationAggregate.this::newName);

    OperationGroup toGroup(String operation) {
      List<OperationStats> names =
          byName.entries().map(entry -> entry.value().toStats(entry.name())).toList();
      return new OperationGroup(total.toStats(operation), names);
    }
  }

  private final Counter<Group> groups = new Counter<>(OperationGroup.MAX_TYPES, Group::new);
  private int names;

  void add(String operation, String name, long nanos, long self, boolean error) {
    Group group = groups.get(operation);
    group.total.add(nanos, self, error);
    group
        .byName
        .get(names < OperationGroup.MAX_NAMES ? name : known(group, name))
        .add(nanos, self, error);
  }

  /** Returns the name when the group has it already, else the name for all others. */
  private static String known(Group group, String name) {
    return group.byName.has(name) ? name : Bounded.OTHER;
  }

  private Tally newName() {
    names++;
    return new Tally();
  }

  List<OperationGroup> toGroups() {
    return groups.entries().map(entry -> entry.value().toGroup(entry.name())).toList();
  }
}
