// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.LongAdder;

/**
 * Hashes of the keys that a cache was asked for, on their way from the editor's threads to the one
 * that tunes.
 *
 * <p>Any thread may write; one at a time may {@link #drain}. Writers never wait, allocate or lock:
 * what comes while the log is full is left out and counted, and the log is made longer at the next
 * drain, up to a limit. Hashes never leave the process.
 *
 * <pre>
 *   an entry, 64 bits:  | 63 bits of the mixed hash        | 0 asked for, 1 forgotten |
 *   0 for a slot that is free, 1 for everything forgotten
 * </pre>
 */
public final class AccessLog {

  /** Takes in what the log holds, in order. */
  public interface Reader {

    /** A key was asked for. */
    void accessed(long hash);

    /** A key was invalidated: the next time it is asked for, no size of the cache has it. */
    void forgotten(long hash);

    /** All keys were invalidated. */
    void allForgotten();
  }

  private static final int SHORTEST = 256;
  private static final int LONGEST = 16_384;
  private static final long ALL_FORGOTTEN = 1;

  private static final VarHandle TAIL;
  private static final VarHandle HEAD;
  private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(long[].class);

  static {
    try {
      var lookup = MethodHandles.lookup();
      TAIL = lookup.findVarHandle(Ring.class, "tail", long.class);
      HEAD = lookup.findVarHandle(Ring.class, "head", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile Ring ring = new Ring(SHORTEST);
  private final LongAdder dropped = new LongAdder();

  /** Notes that a key was asked for, whether it was there or not. */
  public void accessed(long hash) {
    add(accessOf(hash));
  }

  /** Notes that a key was invalidated. */
  public void forgotten(long hash) {
    add(accessOf(hash) | 1);
  }

  /** Notes that all keys were invalidated. */
  public void allForgotten() {
    add(ALL_FORGOTTEN);
  }

  /** Returns how many did not find room. */
  public long dropped() {
    return dropped.sum();
  }

  /** Takes everything out, in order, and makes more room if there was too little. */
  public void drain(Reader reader) {
    var from = ring;
    boolean wasFull = from.isFull();
    from.drain(reader);
    if (wasFull && from.slots.length < LONGEST) {
      ring = new Ring(from.slots.length * 2);
      from.drain(reader); // a writer that still has the old one loses its entry, as if it were full
    }
  }

  private void add(long entry) {
    if (!ring.offer(entry)) {
      dropped.increment();
    }
  }

  /** Spreads the hash over all bits, since those of short strings differ in a few. Never 0 or 1. */
  private static long accessOf(long hash) {
    long mixed = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 32)) & ~1L;
    return mixed == 0 ? 2 : mixed;
  }

  private static final class Ring {
    final long[] slots;

    @SuppressWarnings("UnusedVariable") // through TAIL
    private volatile long tail;

    @SuppressWarnings("UnusedVariable") // through HEAD
    private volatile long head;

    Ring(int length) {
      slots = new long[length];
    }

    boolean isFull() {
      return (long) TAIL.getOpaque(this) - (long) HEAD.getOpaque(this) >= slots.length;
    }

    /** Fails rather than tries again when another thread is faster: lossy beats waiting. */
    boolean offer(long entry) {
      long at = (long) TAIL.getOpaque(this);
      if (at - (long) HEAD.getAcquire(this) >= slots.length
          || !TAIL.weakCompareAndSetPlain(this, at, at + 1)) {
        return false;
      }
      SLOTS.setRelease(slots, (int) at & (slots.length - 1), entry);
      return true;
    }

    /** Stops at a slot that was claimed and not yet filled; it is filled by the next time. */
    void drain(Reader reader) {
      long at = (long) HEAD.getOpaque(this);
      long end = (long) TAIL.getOpaque(this);
      for (; at < end; at++) {
        int index = (int) at & (slots.length - 1);
        long entry = (long) SLOTS.getAcquire(slots, index);
        if (entry == 0) {
          break;
        }
        slots[index] = 0;
        HEAD.setRelease(this, at + 1);
        tell(reader, entry);
      }
    }

    private static void tell(Reader reader, long entry) {
      if (entry == ALL_FORGOTTEN) {
        reader.allForgotten();
      } else if ((entry & 1) != 0) {
        reader.forgotten(entry & ~1L);
      } else {
        reader.accessed(entry);
      }
    }
  }
}
