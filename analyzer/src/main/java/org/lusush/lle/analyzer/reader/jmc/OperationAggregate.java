// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.List;
import org.lusush.lle.analyzer.model.LatencyRecorder;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.OperationStats;
import org.lusush.lle.analyzer.model.Sums;
import org.lusush.lle.events.OperationNames;

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
  private static final class Group {
    private final Tally total = new Tally();
    private final Counter<Tally> byName = new Counter<>(OperationNames.MAX_OF_A_TYPE, Tally::new);

    OperationGroup toGroup(String operation) {
      List<OperationStats> names =
          byName.entries().map(entry -> entry.value().toStats(entry.name())).toList();
      return new OperationGroup(total.toStats(operation), names);
    }
  }

  private final Counter<Group> groups = new Counter<>(OperationGroup.MAX_TYPES, Group::new);

  void add(String operation, String name, long nanos, long self, boolean error) {
    Group group = groups.get(operation);
    group.total.add(nanos, self, error);
    group.byName.get(name).add(nanos, self, error);
  }

  List<OperationGroup> toGroups() {
    return groups.entries().map(entry -> entry.value().toGroup(entry.name())).toList();
  }
}
