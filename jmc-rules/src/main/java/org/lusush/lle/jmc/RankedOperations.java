// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lusush.lle.events.hotspot.HotSpotCriteria;
import org.lusush.lle.events.hotspot.HotSpotRanking;
import org.lusush.lle.events.hotspot.HotSpotRanking.Place;
import org.lusush.lle.events.hotspot.OperationFigures;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.Operation;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemIterable;

/** The operations of a recording, ranked by the time that they take themselves. */
final class RankedOperations {

  private record Key(String operation, String name) {}

  private RankedOperations() {}

  /** Returns every operation told apart by type and name, the one with most self time first. */
  static List<Place<OperationFigures>> of(Events events, HotSpotCriteria criteria) {
    var times = new HashMap<Key, Times>();
    for (IItemIterable piece : events) {
      var duration = Field.of(piece, Common.DURATION);
      var self = Field.of(piece, Operation.SELF_TIME);
      var operation = Field.of(piece, Operation.OPERATION);
      var name = Field.of(piece, Operation.NAME);
      for (IItem item : piece) {
        long nanos = duration.nanos(item, -1);
        if (nanos >= 0) {
          times
              .computeIfAbsent(new Key(operation.text(item), name.text(item)), k -> new Times())
              .add(nanos, self.nanos(item, nanos));
        }
      }
    }
    var figures = times.entrySet().stream().map(RankedOperations::figures).toList();
    return HotSpotRanking.of(figures, one -> one, criteria);
  }

  private static OperationFigures figures(Map.Entry<Key, Times> entry) {
    return entry.getValue().figures(entry.getKey().operation, entry.getKey().name);
  }

  /** The durations of one operation. */
  private static final class Times {
    private long[] nanos = new long[16];
    private int count;
    private long selfNanos;
    private double totalNanos;

    void add(long duration, long self) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, count + (count >> 1));
      }
      nanos[count++] = duration;
      totalNanos += duration;
      selfNanos += Math.max(0, self);
    }

    OperationFigures figures(String operation, String name) {
      Arrays.sort(nanos, 0, count);
      long rank = (count * 99L + 99) / 100;
      return new OperationFigures(
          operation,
          name,
          count,
          selfNanos,
          Math.round(totalNanos / count),
          nanos[(int) Math.max(0, rank - 1)],
          nanos[0],
          nanos[count - 1]);
    }
  }
}
