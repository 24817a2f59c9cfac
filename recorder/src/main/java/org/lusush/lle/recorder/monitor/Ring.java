// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operations that one thread ended last, the oldest overwritten first.
 *
 * <p>That thread writes, without waiting and, once it has its full size, without allocating. Any
 * thread may read while it is written: an entry that may have been overwritten meanwhile is left
 * out.
 *
 * <pre>
 *   slot   end time | duration | keystroke | what: type, component, result
 *          8 bytes    8          8           8                              and the name beside it
 * </pre>
 */
final class Ring {

  static final int CAPACITY = 1_024;

  private static final int FIRST_CAPACITY = 64;
  private static final int FIELDS_BITS = 2;
  private static final int FIELDS = 1 << FIELDS_BITS;
  private static final VarHandle WRITTEN;

  static {
    try {
      WRITTEN = MethodHandles.lookup().findVarHandle(Ring.class, "written", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Slots slots = new Slots(FIRST_CAPACITY);
  private int next;
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

  /**
   * Adds an operation.
   *
   * @param what its type, component and result, see {@link What}
   */
  void add(long endNanos, long nanos, long keystrokeId, long what, String name) {
    var current = slots;
    int first = next;
    if (first == current.numbers.length) {
      current = turned(current);
      first = next;
    }
    long[] numbers = current.numbers;
    // A reader that finds any of this entry finds the one before counted; costs nothing on x86.
    VarHandle.storeStoreFence();
    numbers[first + 3] = what;
    numbers[first + 2] = keystrokeId;
    numbers[first + 1] = nanos;
    numbers[first] = endNanos;
    next = first + FIELDS;
    putName(current.names, first >>> FIELDS_BITS, name);
    WRITTEN.setRelease(this, written + 1);
  }

  @SuppressWarnings("ReferenceEquality") // saves the store, of which a collector wants to know
  private static void putName(@Nullable String[] names, int slot, String name) {
    if (names[slot] != name) {
      names[slot] = name;
    }
  }

  /** Grows, or begins anew at the oldest. */
  private Slots turned(Slots full) {
    if (full.capacity() == CAPACITY) {
      next = 0;
      return full;
    }
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
    long what = slots.numbers[first + 3];
    var name = slots.names[slot];
    return new RecentMeasurement(
        slots.numbers[first],
        Duration.ofNanos(slots.numbers[first + 1]),
        What.type(what),
        What.component(what),
        name == null ? "" : name,
        What.result(what),
        slots.numbers[first + 2]);
  }
}
