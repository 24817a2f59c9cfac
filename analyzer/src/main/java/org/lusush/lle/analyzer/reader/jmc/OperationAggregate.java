// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.List;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.LatencyRecorder;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.OperationStats;
import org.lusush.lle.analyzer.model.Sums;
import org.lusush.lle.events.OperationNames;

/** Adds up the operations of one chunk. Not thread-safe. */
final class OperationAggregate {

  /** The operations of one type and name. */
  static final class Tally {
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
    private final Counter<Tally> byName = new Counter<>(OperationNames.MAX_OF_A_TYPE, Tally::new);

    OperationGroup toGroup(String operation) {
      List<OperationStats> names =
          byName.entries().map(entry -> entry.value().toStats(entry.name())).toList();
      var none = new OperationStats(operation, 0, 0, Latency.empty());
      return new OperationGroup(names.stream().reduce(none, OperationStats::plus), names);
    }
  }

  private final Counter<Group> groups = new Counter<>(OperationGroup.MAX_TYPES, Group::new);

  /** Returns where operations of a type and name add up. */
  Tally tally(String operation, String name) {
    return groups.get(operation).byName.get(name);
  }

  List<OperationGroup> toGroups() {
    return groups.entries().map(entry -> entry.value().toGroup(entry.name())).toList();
  }
}
