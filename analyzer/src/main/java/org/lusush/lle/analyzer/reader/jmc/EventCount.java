// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

/** How many events there were. Not thread-safe. */
final class EventCount {

  private long count;

  void add() {
    count++;
  }

  long get() {
    return count;
  }
}
