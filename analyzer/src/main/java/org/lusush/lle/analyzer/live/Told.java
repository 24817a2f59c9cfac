// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.live;

import java.time.Instant;

/** What the recorder tells of itself and of what it measured; nothing of it is an event object. */
final class Told {

  /** One line reader, as {@code lle.Session} tells. */
  record Session(
      Instant at,
      String shell,
      String editor,
      String terminal,
      long columns,
      long rows,
      Instant started,
      long lines,
      long keystrokes,
      long dropped,
      long failures) {}

  /** The durations of one type of operation, as {@code lle.LatencyHistogram} tells. */
  record Interval(
      Instant at,
      String operation,
      long nanos,
      long errors,
      long totalNanos,
      long selfNanos,
      String histogram) {

    Instant begin() {
      return at.minusNanos(Math.max(0, nanos));
    }
  }

  private Told() {}
}
