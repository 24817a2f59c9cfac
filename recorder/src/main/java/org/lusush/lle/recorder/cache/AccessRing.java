// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue of accesses and invalidations that loses what it has no room for, and counts it.
 *
 * <p>Any thread writes, lock-free and without waiting for the reader; one at a time reads. The
 * sequence of a place says whose turn it is: the writer of that number, or (one more) the reader.
 *
 * @param <K> keys
 */
final class AccessRing<K> {

  private static final int CAPACITY = 1_024;

  /** Stands for every hash, where there is no key. */
  private static final long ALL = 0;

  private final AtomicLongArray sequences = new AtomicLongArray(CAPACITY);
  private final long[] hashes = new long[CAPACITY];
  private final @Nullable Object[] keys = new Object[CAPACITY];
  private final AtomicLong tail = new AtomicLong();
  private final LongAdder lost = new LongAdder();
  private long head;

  AccessRing() {
    for (int i = 0; i < CAPACITY; i++) {
      sequences.set(i, i);
    }
  }

  /** Notes that a key was invalidated. */
  void offerForgotten(long hash) {
    offer(hash, null);
  }

  /** Notes that any key may have been invalidated. */
  void offerAllForgotten() {
    offer(ALL, null);
  }

  /**
   * Notes an access.
   *
   * @param key null for none: the hash was invalidated
   */
  void offer(long hash, @Nullable K key) {
    while (true) {
      long number = tail.get();
      int place = place(number);
      long turn = sequences.get(place);
      if (turn < number) {
        lost.increment();
        return;
      }
      if (turn == number && tail.compareAndSet(number, number + 1)) {
        hashes[place] = hash;
        keys[place] = key;
        sequences.set(place, number + 1);
        return;
      }
    }
  }

  /** Hands over what there is, and forgets it; returns how much that was. */
  synchronized int drain(AccessConsumer<? super K> consumer) {
    int count = 0;
    while (count < CAPACITY && sequences.get(place(head)) == head + 1) {
      int place = place(head);
      long hash = hashes[place];
      @SuppressWarnings("unchecked") // only offer writes
      K key = (K) keys[place];
      keys[place] = null;
      sequences.set(place, head + CAPACITY);
      head++;
      count++;
      if (key != null) {
        consumer.accept(hash, key);
      } else if (hash == ALL) {
        consumer.allForgotten();
      } else {
        consumer.forgotten(hash);
      }
    }
    return count;
  }

  long lost() {
    return lost.sum();
  }

  private static int place(long number) {
    return (int) number & CAPACITY - 1;
  }
}
