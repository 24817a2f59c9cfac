// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

/** Spreads hash codes over 64 bits. */
final class Mix {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long FINAL = 0xD6E8FEB86659FD93L;

  private Mix() {}

  /** Returns a hash whose low bits depend on all of the hash code: for places in tables. */
  static long spread(int hashCode) {
    long product = hashCode * GOLDEN;
    return product ^ product >>> 32;
  }

  /** Returns a hash of which any bits are as good as random: for samples. Takes a spread one. */
  static long sample(long spread) {
    long product = spread * FINAL;
    return product ^ product >>> 32;
  }
}
