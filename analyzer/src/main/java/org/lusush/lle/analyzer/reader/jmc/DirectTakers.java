// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.reader.decode.Row;
import org.lusush.lle.analyzer.reader.decode.Shape;
import org.lusush.lle.analyzer.reader.decode.Taker;
import org.lusush.lle.analyzer.reader.decode.UnknownStructureException;
import org.lusush.lle.events.schema.EventSchema.CacheLookup;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.Keystroke;
import org.lusush.lle.events.schema.EventSchema.Operation;
import org.lusush.lle.events.schema.EventSchema.PoolAllocation;

/** Take the frequent events as they are decoded; what they do is what the sinks of them do. */
final class DirectTakers {

  private DirectTakers() {}

  /** What follows from the texts of an event, found once for each combination of them. */
  private static final class Memo<T> {
    private final @Nullable Object[] known = new Object[Row.RUNS];
    private final Function<Row, T> find;

    Memo(Function<Row, T> find) {
      this.find = find;
    }

    @SuppressWarnings("unchecked") // nothing else is put there
    T of(Row row) {
      int run = row.run();
      Object found = run < 0 ? null : known[run];
      return found != null ? (T) found : found(row);
    }

    private T found(Row row) {
      T found = find.apply(row);
      if (row.run() >= 0) {
        known[row.run()] = found;
      }
      return found;
    }
  }

  /** Takes {@code lle.Keystroke}, as {@link KeystrokeSink} does. */
  static Taker keystrokes(Work work, EventCount count, Shape shape, References references)
      throws UnknownStructureException {
    References.ThreadSlot thread = references.eventThread(shape);
    int startTime = shape.slot(Common.START_TIME);
    int duration = shape.slot(Common.DURATION);
    int id = shape.slot(Keystroke.KEYSTROKE_ID);
    int kind = shape.slot(Keystroke.KIND);
    int widget = shape.slot(Keystroke.WIDGET);
    int result = shape.slot(Keystroke.RESULT);
    int input = shape.slot(Keystroke.INPUT_TIME);
    int edit = shape.slot(Keystroke.EDIT_TIME);
    int paint = shape.slot(Keystroke.PAINT_TIME);
    int waited = shape.slot(Keystroke.WAITED);
    int cpuTime = shape.slot(Keystroke.CPU_TIME);
    boolean knowsQueues = shape.has(Keystroke.WAITED);
    boolean knowsCpuTime = shape.has(Keystroke.CPU_TIME);
    var kinds =
        new Memo<>(row -> work.keystrokeKind(row.text(kind), row.text(widget), row.text(result)));
    return row -> {
      count.add();
      work.keystroke(
          kinds.of(row),
          thread.id(row),
          row.number(id),
          new KeystrokeAggregate.Stroke(
              row.number(startTime),
              row.number(duration),
              row.number(input),
              row.number(edit),
              row.number(paint)),
          knowsCpuTime ? row.number(cpuTime) : SlowWork.UNKNOWN,
          knowsQueues && !row.flag(waited));
    };
  }

  /** Takes {@code lle.Operation}, as {@link OperationSink} does. */
  static Taker operations(Work work, EventCount count, Shape shape, References references)
      throws UnknownStructureException {
    References.ThreadSlot thread = references.eventThread(shape);
    int startTime = shape.slot(Common.START_TIME);
    int duration = shape.slot(Common.DURATION);
    int operation = shape.slot(Operation.OPERATION);
    int name = shape.slot(Operation.NAME);
    int result = shape.slot(Operation.RESULT);
    int keystrokeId = shape.slot(Operation.KEYSTROKE_ID);
    boolean knowsSelf = shape.has(Operation.SELF_TIME);
    int selfTime = shape.slot(Operation.SELF_TIME);
    var kinds = new Memo<>(row -> work.kind(row.text(operation), row.text(name), row.text(result)));
    return row -> {
      count.add();
      long nanos = row.number(duration);
      work.operation(
          kinds.of(row),
          thread.id(row),
          row.number(keystrokeId),
          row.number(startTime),
          nanos,
          knowsSelf ? Math.max(0, row.number(selfTime)) : nanos);
    };
  }

  /** Takes {@code lle.CacheLookup}, as {@link CacheSink} does. */
  static Taker lookups(CacheSink.Aggregate aggregate, EventCount count, Shape shape) {
    int duration = shape.slot(Common.DURATION);
    int cache = shape.slot(CacheLookup.CACHE);
    int tier = shape.slot(CacheLookup.TIER);
    int hit = shape.slot(CacheLookup.HIT);
    var places = new Memo<>(row -> aggregate.place(row.text(cache), row.text(tier)));
    return row -> {
      count.add();
      places.of(row).add(row.number(duration), row.flag(hit));
    };
  }

  /** Takes {@code lle.PoolAllocation}, as {@link PoolSink} does. */
  static Taker takes(PoolSink.Aggregate aggregate, EventCount count, Shape shape) {
    int pool = shape.slot(PoolAllocation.POOL);
    int kind = shape.slot(PoolAllocation.KIND);
    int reused = shape.slot(PoolAllocation.REUSED);
    int size = shape.slot(PoolAllocation.SIZE);
    var tallies = new Memo<>(row -> aggregate.tally(row.text(pool), row.text(kind)));
    return row -> {
      count.add();
      tallies.of(row).add(row.flag(reused), row.number(size));
    };
  }
}
