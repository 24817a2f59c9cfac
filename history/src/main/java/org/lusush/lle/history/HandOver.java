// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A bounded queue of encoded records from the one thread that makes them to the one that appends
 * them. Offering copies the record and never waits: what finds no room is dropped and counted.
 * Neither side allocates once the slots have grown to what records take.
 */
public final class HandOver {

  private static final VarHandle HEAD;
  private static final VarHandle TAIL;
  private static final VarHandle DROPPED;

  static {
    try {
      var lookup = MethodHandles.lookup();
      HEAD = lookup.findVarHandle(HandOver.class, "head", long.class);
      TAIL = lookup.findVarHandle(HandOver.class, "tail", long.class);
      DROPPED = lookup.findVarHandle(HandOver.class, "dropped", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final byte[][] slots;
  private final int[] lengths;
  private final int mask;

  /** Records taken; written by the consumer. */
  @SuppressWarnings("unused")
  private long head;

  /** Records offered; written by the producer. */
  @SuppressWarnings("unused")
  private long tail;

  /** Written by the producer. */
  @SuppressWarnings("unused")
  private long dropped;

  /** What the producer last saw of the head. */
  private long seenHead;

  /** What the consumer last saw of the tail. */
  private long seenTail;

  /**
   * Makes one.
   *
   * @param capacity a power of 2
   */
  public HandOver(int capacity) {
    if (capacity <= 0 || Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("capacity must be a power of 2, was " + capacity);
    }
    slots = new byte[capacity][256];
    lengths = new int[capacity];
    mask = capacity - 1;
  }

  /** Hands a record over, or drops it; for the producer. */
  public boolean offer(byte[] record, int length) {
    long at = (long) TAIL.get(this);
    if (at - seenHead > mask) {
      seenHead = (long) HEAD.getAcquire(this);
      if (at - seenHead > mask) {
        DROPPED.setRelease(this, (long) DROPPED.get(this) + 1);
        return false;
      }
    }
    int slot = (int) at & mask;
    byte[] bytes = slots[slot];
    if (bytes.length < length) {
      bytes = Arrays.copyOf(record, length + length / 2);
      slots[slot] = bytes;
    } else {
      System.arraycopy(record, 0, bytes, 0, length);
    }
    lengths[slot] = length;
    TAIL.setRelease(this, at + 1);
    return true;
  }

  /** Returns whether there is a record to take; for the consumer, as what follows. */
  public boolean hasNext() {
    long at = (long) HEAD.get(this);
    if (at == seenTail) {
      seenTail = (long) TAIL.getAcquire(this);
    }
    return at != seenTail;
  }

  /** Returns the oldest record, up to {@link #nextLength}, good until it is {@link #taken}. */
  public byte[] next() {
    return slots[(int) (long) HEAD.get(this) & mask];
  }

  public int nextLength() {
    return lengths[(int) (long) HEAD.get(this) & mask];
  }

  public void taken() {
    HEAD.setRelease(this, (long) HEAD.get(this) + 1);
  }

  /** Returns how many records were dropped so far; for any thread. */
  public long dropped() {
    return (long) DROPPED.getAcquire(this);
  }
}
