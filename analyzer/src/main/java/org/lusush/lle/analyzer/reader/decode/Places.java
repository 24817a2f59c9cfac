// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

/** Where in a chunk the constants of one type are, by their keys. Not thread-safe. */
final class Places {

  static final long NOWHERE = 0;

  private static final int FIRST_CAPACITY = 16;

  /** Open addressing; a place of 0 is a free slot, since no constant is in the header. */
  private long[] keys = new long[FIRST_CAPACITY];

  private long[] places = new long[FIRST_CAPACITY];
  private int used;

  /** Notes a place unless the key has one. */
  void putIfAbsent(long key, long place) {
    if (2 * (used + 1) > keys.length) {
      grow();
    }
    int slot = slot(key);
    if (places[slot] == NOWHERE) {
      keys[slot] = key;
      places[slot] = place;
      used++;
    }
  }

  long get(long key) {
    return places[slot(key)];
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    long spread = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (spread >>> 33) & mask;
    while (places[slot] != NOWHERE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldPlaces = places;
    keys = new long[oldKeys.length * 2];
    places = new long[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldPlaces[i] != NOWHERE) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        places[slot] = oldPlaces[i];
      }
    }
  }
}
