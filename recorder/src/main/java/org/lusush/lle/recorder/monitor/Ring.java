// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;

/**
 * The operations that one thread ended last, the oldest overwritten first.
 *
 * <p>That thread writes, without waiting and, once it has its full size, without allocating. Any
 * thread may read while it is written: an entry that may have been overwritten meanwhile is left
 * out.
 *
 * <pre>
 *   slot   end time | duration | keystroke | type, component, result
 *          8 bytes    8          8           8                        and the name beside it
 * </pre>
 */
@SuppressWarnings("EnumOrdinal") // packed into a number that never leaves the process
final class Ring {

  static final int CAPACITY = 1_024;

  private static final int FIRST_CAPACITY = 64;
  private static final int FIELDS = 4;
  private static final VarHandle WRITTEN;
  private static final OperationType[] TYPES = OperationType.values();
  private static final Component[] COMPONENTS = Component.values();
  private static final Result[] RESULTS = Result.values();

  static {
    try {
      WRITTEN = MethodHandles.lookup().findVarHandle(Ring.class, "written", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Slots slots = new Slots(FIRST_CAPACITY);
  private long written;

  /** What holds the entries; replaced while it grows, never after. */
  private static final class Slots {
    final long[] numbers;
    final @Nullable String[] names;

    Slots(int capacity) {
      numbers = new long[capacity * FIELDS];
      names = new @Nullable String[capacity];
    }

    int capacity() {
      return names.length;
    }
  }

  void add(
      long endNanos,
      long nanos,
      long keystrokeId,
      OperationType type,
      Component component,
      Result result,
      String name) {
    var current = slots;
    int capacity = current.capacity();
    if (written == capacity && capacity < CAPACITY) {
      current = grown(current);
      capacity = current.capacity();
    }
    int slot = (int) written & (capacity - 1);
    int first = slot * FIELDS;
    long[] numbers = current.numbers;
    numbers[first] = endNanos;
    numbers[first + 1] = nanos;
    numbers[first + 2] = keystrokeId;
    numbers[first + 3] =
        (long) type.ordinal() << 32 | (long) component.ordinal() << 16 | result.ordinal();
    current.names[slot] = name;
    WRITTEN.setRelease(this, written + 1);
  }

  private Slots grown(Slots full) {
    var larger = new Slots(full.capacity() * 2);
    System.arraycopy(full.numbers, 0, larger.numbers, 0, full.numbers.length);
    System.arraycopy(full.names, 0, larger.names, 0, full.names.length);
    VarHandle.releaseFence();
    slots = larger;
    return larger;
  }

  /** Adds the entries to others, oldest first. */
  void addTo(List<RecentMeasurement> out) {
    long until = (long) WRITTEN.getAcquire(this);
    var current = slots;
    int capacity = current.capacity();
    int start = out.size();
    long from = Math.max(0, until - capacity);
    for (long i = from; i < until; i++) {
      out.add(read(current, (int) i & (capacity - 1)));
    }
    VarHandle.acquireFence();
    // The slot after the last one written may be in the making: its old entry counts as gone.
    long oldest = (long) WRITTEN.getOpaque(this) - capacity + 1;
    long gone = Math.min(until - from, Math.max(0, oldest - from));
    if (capacity == CAPACITY) {
      out.subList(start, start + (int) gone).clear();
    }
  }

  private static RecentMeasurement read(Slots slots, int slot) {
    int first = slot * FIELDS;
    long packed = slots.numbers[first + 3];
    var name = slots.names[slot];
    return new RecentMeasurement(
        slots.numbers[first],
        Duration.ofNanos(slots.numbers[first + 1]),
        TYPES[(int) (packed >>> 32) % TYPES.length],
        COMPONENTS[(int) (packed >>> 16 & 0xffff) % COMPONENTS.length],
        name == null ? "" : name,
        RESULTS[(int) (packed & 0xffff) % RESULTS.length],
        slots.numbers[first + 2]);
  }
}
