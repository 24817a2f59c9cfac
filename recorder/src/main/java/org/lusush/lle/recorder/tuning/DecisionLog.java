// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import java.util.ArrayDeque;
import java.util.List;

/** The last steps, oldest first. Thread-safe. */
final class DecisionLog {

  private final int capacity;
  private final ArrayDeque<Decision> decisions = new ArrayDeque<>();

  DecisionLog(int capacity) {
    this.capacity = capacity;
  }

  synchronized void add(Decision decision) {
    if (decisions.size() == capacity) {
      decisions.removeFirst();
    }
    decisions.addLast(decision);
  }

  synchronized List<Decision> list() {
    return List.copyOf(decisions);
  }
}
