// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What one thread asked for and invalidated, on its way to the {@link PolicyChooser}.
 *
 * <p>One thread writes, without waiting; one at a time reads. What there is no room for is left
 * out. Hashes never leave the process.
 *
 * <pre>
 *   a note, 64 bits:  | 62 bits of the key's hash | 1 for a hit | 0 asked for, 1 forgotten |
 *   1 for everything forgotten
 * </pre>
 */
final class Notes {

  /** Stands for all keys, invalidated. */
  static final long ALL_FORGOTTEN = 1;

  private static final long FORGOTTEN = 1;
  private static final long HIT = 2;

  private static final int CAPACITY = 512;

  /** So many are worth a reading. */
  private static final int ENOUGH = 64;

  private static final VarHandle WRITTEN;
  private static final VarHandle READ;

  static {
    try {
      var lookup = MethodHandles.lookup();
      WRITTEN = lookup.findVarHandle(Notes.class, "written", long.class);
      READ = lookup.findVarHandle(Notes.class, "read", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Made with the first note, since most threads and caches have none. */
  private long @Nullable [] notes;

  private long written;

  @SuppressWarnings("UnusedVariable") // through READ
  private long read;

  /** Returns the note of a key that was asked for, by its hash. */
  static long asked(long hash, boolean isHit) {
    return hash << 2 | (isHit ? HIT : 0);
  }

  /** Returns the note of a key that was invalidated. */
  static long forgotten(long hash) {
    return hash << 2 | FORGOTTEN;
  }

  static boolean isForgotten(long note) {
    return (note & FORGOTTEN) != 0;
  }

  static boolean isHit(long note) {
    return (note & HIT) != 0;
  }

  static long key(long note) {
    return note & ~(HIT | FORGOTTEN);
  }

  /** Notes something. By the thread whose notes they are. */
  void add(long note) {
    long at = written;
    if (at - (long) READ.getAcquire(this) < CAPACITY) {
      var to = notes;
      if (to == null) {
        to = new long[CAPACITY];
        notes = to;
      }
      to[(int) at & CAPACITY - 1] = note;
      WRITTEN.setRelease(this, at + 1);
    }
  }

  /** Returns whether they are worth a reading. By the thread whose notes they are. */
  boolean areEnough() {
    return written - (long) READ.getOpaque(this) >= ENOUGH;
  }

  /** Hands over what there is, in order. */
  void drain(LongConsumer reader) {
    long end = (long) WRITTEN.getAcquire(this);
    var from = notes;
    for (long at = (long) READ.getOpaque(this); from != null && at < end; at++) {
      reader.accept(from[(int) at & CAPACITY - 1]);
    }
    READ.setRelease(this, end);
  }
}
