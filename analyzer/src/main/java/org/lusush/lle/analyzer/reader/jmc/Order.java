// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.Arrays;

/**
 * The order of numbers, found by merging the stretches that are in order already: the JVM writes
 * events of a thread in such stretches, each in order, but not one after the other. Its room is
 * used again for the next numbers. Not thread-safe.
 */
final class Order {

  private int size;
  private int[] places = {};
  private int[] merged = {};

  /** What is brought into order, before it is put back. */
  private long[] sorted = {};

  private Object[] sortedObjects = {};

  /** Finds the order of the first numbers, the least first, equal ones as they are. */
  void find(long[] keys, int count) {
    size = count;
    if (places.length < count) {
      places = new int[count];
      merged = new int[count];
    }
    for (int i = 0; i < count; i++) {
      places[i] = i;
    }
    while (endOfStretch(keys, 0) < count) {
      mergePairs(keys);
    }
  }

  /** Brings the first values into the order that was found. */
  void apply(long[] values) {
    if (sorted.length < size) {
      sorted = new long[size];
    }
    for (int i = 0; i < size; i++) {
      sorted[i] = values[places[i]];
    }
    System.arraycopy(sorted, 0, values, 0, size);
  }

  /** Brings the first values into the order that was found. */
  void apply(Object[] values) {
    if (sortedObjects.length < size) {
      sortedObjects = new Object[size];
    }
    for (int i = 0; i < size; i++) {
      sortedObjects[i] = values[places[i]];
    }
    System.arraycopy(sortedObjects, 0, values, 0, size);
    Arrays.fill(sortedObjects, 0, size, null);
  }

  private int endOfStretch(long[] keys, int from) {
    int end = Math.min(from + 1, size);
    while (end < size && keys[places[end - 1]] <= keys[places[end]]) {
      end++;
    }
    return end;
  }

  private void mergePairs(long[] keys) {
    int from = 0;
    while (from < size) {
      int middle = endOfStretch(keys, from);
      int end = endOfStretch(keys, middle);
      merge(keys, from, middle, end);
      from = end;
    }
    int[] before = places;
    places = merged;
    merged = before;
  }

  private void merge(long[] keys, int from, int middle, int end) {
    int left = from;
    int right = middle;
    for (int i = from; i < end; i++) {
      boolean isLeft = right == end || (left < middle && keys[places[left]] <= keys[places[right]]);
      merged[i] = isLeft ? places[left++] : places[right++];
    }
  }
}
