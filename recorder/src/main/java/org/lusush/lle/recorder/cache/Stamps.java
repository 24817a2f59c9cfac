// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What tells whether a key may have changed: a stamp for each stripe of the keys.
 *
 * <p>Whoever copies a value reads the stamp before the value, and the copy is good while the stamp
 * is the same. Whoever changes a value moves the stamp after the change, so that no copy outlives
 * it; and before it, so that no value that was taken earlier is put in its place. Wait-free.
 *
 * <p>The upper half of a stamp counts what was forgotten, the lower half all changes.
 */
final class Stamps {

  private static final int STRIPES = 256;
  private static final long FORGOTTEN = (1L << 32) + 1;

  private final AtomicLongArray stamps = new AtomicLongArray(STRIPES);

  /** Returns the stamp of a key's stripe. */
  long read(long spread) {
    return stamps.get(stripe(spread));
  }

  /** Moves the stamp of a key whose value is another one now. */
  void changed(long spread) {
    stamps.getAndIncrement(stripe(spread));
  }

  /** Moves the stamp of a key that has no value now. */
  void forgotten(long spread) {
    stamps.getAndAdd(stripe(spread), FORGOTTEN);
  }

  /** Moves the stamps of all keys, of which any may have no value now. */
  void allForgotten() {
    for (int i = 0; i < STRIPES; i++) {
      stamps.getAndAdd(i, FORGOTTEN);
    }
  }

  /** Returns whether something of a key's stripe was forgotten since its stamp was read. */
  boolean isForgottenSince(long spread, long stamp) {
    return read(spread) >>> 32 != stamp >>> 32;
  }

  private static int stripe(long spread) {
    return (int) (spread >>> 8) & STRIPES - 1; // other bits than those of a place in the near tier
  }
}
