// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.util.HashMap;
import java.util.Map;

/**
 * Names of operations, caches and the like, and the numbers by which records call them. There are
 * {@value #MAX} at most, and what comes after is called {@value #OTHER}: a history is bounded
 * whatever it is told. Written by the thread that encodes, read by the one that appends.
 */
final class Names {

  static final int MAX = 1_000;
  static final String OTHER = "other";
  static final int LONGEST = 200;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final String[] names = new String[MAX];
  private volatile int size;

  Names() {
    numberOf(OTHER);
  }

  int numberOf(String name) {
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    int number = size;
    if (number == MAX || name.length() > LONGEST) {
      return 0;
    }
    names[number] = name;
    numbers.put(name, number);
    size = number + 1;
    return number;
  }

  /** Returns how many there are by now; those before have theirs for good. */
  int size() {
    return size;
  }

  String name(int number) {
    return names[number];
  }
}
