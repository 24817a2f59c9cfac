// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import org.lusush.lle.analyzer.model.Session;
import org.lusush.lle.analyzer.model.Sums;

/**
 * The last reading of what the recorder said about the session, and what its counters grew by since
 * the first.
 */
public record SessionSpan(
    long firstNanos, Session first, long lastNanos, Session last, long keystrokes, long dropped) {

  static SessionSpan of(long nanos, Session session) {
    return new SessionSpan(nanos, session, nanos, session, 0, 0);
  }

  SessionSpan plus(SessionSpan other) {
    return other.firstNanos >= lastNanos ? followedBy(other) : other.followedBy(this);
  }

  private SessionSpan followedBy(SessionSpan later) {
    boolean restarted = !later.first.started().equals(last.started());
    return new SessionSpan(
        firstNanos,
        first,
        later.lastNanos,
        later.last,
        sum(keystrokes, restarted, last.keystrokes(), later.first.keystrokes(), later.keystrokes),
        sum(dropped, restarted, last.dropped(), later.first.dropped(), later.dropped));
  }

  private static long sum(
      long growth, boolean restarted, long before, long after, long laterGrowth) {
    long between = restarted ? after : Math.max(0, after - before);
    return Sums.add(Sums.add(growth, between), laterGrowth);
  }
}
