// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.events.PoolKind;
import org.lusush.lle.recorder.monitor.Measuring;

/**
 * Byte and character arrays and line builders that are used again.
 *
 * <p>A buffer is at least as large as asked for, and all zero: it is wiped when it is returned, to
 * its very end, since people type passwords. What is larger than the largest class is made anew
 * each time, wiped and left to the garbage collector. Thread-safe; takes and returns allocate
 * nothing once a thread has a buffer of the class. See {@link Pooled} for how to return one.
 */
public final class BufferPool {

  private static final List<SizeClass> CLASSES =
      List.of(
          new SizeClass(128, 512),
          new SizeClass(512, 64),
          new SizeClass(4_096, 32),
          new SizeClass(16_384, 16));

  private static final int LINE = 256;
  private static final int LONGEST_LINE = 16_384;
  private static final int LINES = 16;

  private final SizedPools<byte[]> bytes;
  private final SizedPools<char[]> chars;
  private final ObjectPool<StringBuilder> lines;

  /**
   * Buffers of one size.
   *
   * @param size how many elements they have, over 0
   * @param capacity how many free ones a thread keeps at most, over 0
   */
  public record SizeClass(int size, int capacity) {
    public SizeClass {
      if (size <= 0) {
        throw new IllegalArgumentException("size must be over 0, was " + size);
      }
      if (capacity <= 0) {
        throw new IllegalArgumentException("capacity must be over 0, was " + capacity);
      }
    }
  }

  /** Makes empty pools of buffers of 128, 512, 4,096 and 16,384 elements. */
  public BufferPool(Measuring monitor) {
    this(monitor, CLASSES);
  }

  /**
   * Makes empty pools.
   *
   * @param monitor measures what has to be made
   * @param classes the sizes of buffers, at least one, each larger than the one before
   */
  public BufferPool(Measuring monitor, List<SizeClass> classes) {
    requireNonNull(monitor, "monitor");
    requireAscending(classes);
    bytes =
        new SizedPools<>(monitor, "byte buffers", Byte.BYTES, classes, byte[]::new, Zeros::wipe);
    chars =
        new SizedPools<>(
            monitor, "char buffers", Character.BYTES, classes, char[]::new, Zeros::wipe);
    lines =
        new ObjectPool<>(
            monitor,
            new ObjectPool.Settings<>(
                    "line builders of the recorder",
                    PoolKind.BUFFER,
                    LINES,
                    LINE,
                    () -> new StringBuilder(LINE),
                    BufferPool::wipe)
                .untimed());
  }

  private static void requireAscending(List<SizeClass> classes) {
    if (classes.isEmpty()) {
      throw new IllegalArgumentException("classes must be at least 1, were 0");
    }
    for (int i = 1; i < classes.size(); i++) {
      if (classes.get(i).size() <= classes.get(i - 1).size()) {
        throw new IllegalArgumentException(
            "classes must be ascending, were "
                + classes.get(i - 1).size()
                + " and then "
                + classes.get(i).size());
      }
    }
  }

  /**
   * Takes a byte array, all zero.
   *
   * @param size how many bytes it must have at least, not negative
   */
  public Pooled<byte[]> bytes(int size) {
    return bytes.borrow(size);
  }

  /**
   * Takes a character array, all zero.
   *
   * @param size how many characters it must have at least, not negative
   */
  public Pooled<char[]> chars(int size) {
    return chars.borrow(size);
  }

  /**
   * Takes a builder for a line, empty. One that grew past 16,384 characters is made small again
   * when it is returned. The arrays that it outgrew are garbage and not wiped.
   */
  public Pooled<StringBuilder> line() {
    return lines.borrow();
  }

  /** Setting the length alone would leave the characters where they are. */
  private static void wipe(StringBuilder builder) {
    builder.setLength(0);
    builder.setLength(builder.capacity());
    builder.setLength(0);
    if (builder.capacity() > LONGEST_LINE) {
      builder.trimToSize();
    }
  }

  /** Returns the figures of each size, those of buffers too large for any among them. */
  public List<PoolStatistics> statistics() {
    return pools().stream().map(ObjectPool::statistics).toList();
  }

  /** Returns the pools of arrays, of which each size has its own. */
  List<SizedPools<?>> arrays() {
    return List.of(bytes, chars);
  }

  ObjectPool<StringBuilder> lines() {
    return lines;
  }

  /** Returns all pools. */
  List<ObjectPool<?>> pools() {
    var all = new ArrayList<ObjectPool<?>>();
    all.addAll(bytes.pools());
    all.addAll(chars.pools());
    all.add(lines);
    return all;
  }
}
