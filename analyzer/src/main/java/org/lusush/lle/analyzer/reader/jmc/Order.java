// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.Arrays;

/**
 * The order of numbers, found by merging the stretches that are in order already: the JVM writes
 * events of a thread in such stretches, each in order, but not one after the other.
 */
final class Order {

  private final long[] keys;
  private final int size;
  private int[] places;
  private int[] merged;

  private Order(long[] keys, int size) {
    this.keys = keys;
    this.size = size;
    places = new int[size];
    Arrays.setAll(places, i -> i);
    merged = new int[size];
  }

  /** Returns the places of the first numbers, the least first, equal ones as they are. */
  static int[] of(long[] keys, int size) {
    var order = new Order(keys, size);
    while (order.endOfStretch(0) < size) {
      order.mergePairs();
    }
    return order.places;
  }

  /** Returns the values at places. */
  static long[] sorted(long[] values, int[] places) {
    long[] result = new long[values.length];
    for (int i = 0; i < places.length; i++) {
      result[i] = values[places[i]];
    }
    return result;
  }

  private int endOfStretch(int from) {
    int end = Math.min(from + 1, size);
    while (end < size && keys[places[end - 1]] <= keys[places[end]]) {
      end++;
    }
    return end;
  }

  private void mergePairs() {
    int from = 0;
    while (from < size) {
      int middle = endOfStretch(from);
      int end = endOfStretch(middle);
      merge(from, middle, end);
      from = end;
    }
    int[] before = places;
    places = merged;
    merged = before;
  }

  private void merge(int from, int middle, int end) {
    int left = from;
    int right = middle;
    for (int i = from; i < end; i++) {
      boolean isLeft = right == end || (left < middle && keys[places[left]] <= keys[places[right]]);
      merged[i] = isLeft ? places[left++] : places[right++];
    }
  }
}
