// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.io.IOException;
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
  static final class OfKeystrokes extends Taker {
    private final Work work;
    private final EventCount count;
    private final References.ThreadSlot thread;
    private final int startTime;
    private final int duration;
    private final int id;
    private final int input;
    private final int edit;
    private final int paint;
    private final int waited;
    private final int cpuTime;
    private final boolean knowsQueues;
    private final boolean knowsCpuTime;
    private final Memo<Work.KeystrokeKind> kinds;
    private final KeystrokeAggregate.Stroke stroke = new KeystrokeAggregate.Stroke();

    OfKeystrokes(Work work, EventCount count, Shape shape, References references)
        throws UnknownStructureException {
      this.work = work;
      this.count = count;
      thread = references.eventThread(shape);
      startTime = shape.slot(Common.START_TIME);
      duration = shape.slot(Common.DURATION);
      id = shape.slot(Keystroke.KEYSTROKE_ID);
      input = shape.slot(Keystroke.INPUT_TIME);
      edit = shape.slot(Keystroke.EDIT_TIME);
      paint = shape.slot(Keystroke.PAINT_TIME);
      waited = shape.slot(Keystroke.WAITED);
      cpuTime = shape.slot(Keystroke.CPU_TIME);
      knowsQueues = shape.has(Keystroke.WAITED);
      knowsCpuTime = shape.has(Keystroke.CPU_TIME);
      int kind = shape.slot(Keystroke.KIND);
      int widget = shape.slot(Keystroke.WIDGET);
      int result = shape.slot(Keystroke.RESULT);
      kinds =
          new Memo<>(row -> work.keystrokeKind(row.text(kind), row.text(widget), row.text(result)));
    }

    @Override
    public void take(Row row) throws IOException {
      count.add();
      work.keystroke(
          kinds.of(row),
          thread.id(row),
          row.number(id),
          stroke.set(
              row.number(startTime),
              row.number(duration),
              row.number(input),
              row.number(edit),
              row.number(paint)),
          knowsCpuTime ? row.number(cpuTime) : SlowWork.UNKNOWN,
          knowsQueues && !row.flag(waited));
    }
  }

  /** Takes {@code lle.Operation}, as {@link OperationSink} does. */
  static final class OfOperations extends Taker {
    private final Work work;
    private final EventCount count;
    private final References.ThreadSlot thread;
    private final int startTime;
    private final int duration;
    private final int keystrokeId;
    private final int selfTime;
    private final boolean knowsSelf;
    private final Memo<Work.OperationKind> kinds;

    OfOperations(Work work, EventCount count, Shape shape, References references)
        throws UnknownStructureException {
      this.work = work;
      this.count = count;
      thread = references.eventThread(shape);
      startTime = shape.slot(Common.START_TIME);
      duration = shape.slot(Common.DURATION);
      keystrokeId = shape.slot(Operation.KEYSTROKE_ID);
      knowsSelf = shape.has(Operation.SELF_TIME);
      selfTime = shape.slot(Operation.SELF_TIME);
      int operation = shape.slot(Operation.OPERATION);
      int name = shape.slot(Operation.NAME);
      int result = shape.slot(Operation.RESULT);
      kinds = new Memo<>(row -> work.kind(row.text(operation), row.text(name), row.text(result)));
    }

    @Override
    public void take(Row row) throws IOException {
      count.add();
      long nanos = row.number(duration);
      work.operation(
          kinds.of(row),
          thread.id(row),
          row.number(keystrokeId),
          row.number(startTime),
          nanos,
          knowsSelf ? Math.max(0, row.number(selfTime)) : nanos);
    }
  }

  /** Takes {@code lle.CacheLookup}, as {@link CacheSink} does. */
  static final class OfLookups extends Taker {
    private final EventCount count;
    private final int duration;
    private final int hit;
    private final Memo<CacheSink.Place> places;

    OfLookups(CacheSink.Aggregate aggregate, EventCount count, Shape shape) {
      this.count = count;
      duration = shape.slot(Common.DURATION);
      hit = shape.slot(CacheLookup.HIT);
      int cache = shape.slot(CacheLookup.CACHE);
      int tier = shape.slot(CacheLookup.TIER);
      places = new Memo<>(row -> aggregate.place(row.text(cache), row.text(tier)));
    }

    @Override
    public void take(Row row) {
      count.add();
      places.of(row).add(row.number(duration), row.flag(hit));
    }
  }

  /** Takes {@code lle.PoolAllocation}, as {@link PoolSink} does. */
  static final class OfTakes extends Taker {
    private final EventCount count;
    private final int reused;
    private final int size;
    private final Memo<PoolSink.Tally> tallies;

    OfTakes(PoolSink.Aggregate aggregate, EventCount count, Shape shape) {
      this.count = count;
      reused = shape.slot(PoolAllocation.REUSED);
      size = shape.slot(PoolAllocation.SIZE);
      int pool = shape.slot(PoolAllocation.POOL);
      int kind = shape.slot(PoolAllocation.KIND);
      tallies = new Memo<>(row -> aggregate.tally(row.text(pool), row.text(kind)));
    }

    @Override
    public void take(Row row) {
      count.add();
      tallies.of(row).add(row.flag(reused), row.number(size));
    }
  }
}
