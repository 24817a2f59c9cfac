// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.lusush.lle.analyzer.model.Sums;

/**
 * What the recorder last said of its sessions, and what was counted since. Not thread-safe.
 *
 * <p>It says so at the ends of a chunk only, about every session there is, one right after the
 * other; the counts in between come from what else it tells.
 */
final class SessionCounts {

  private static final Duration RIGHT_AFTER = Duration.ofMillis(20);

  /** How many sessions are added up: a server may have any number. */
  private static final int MAX_SESSIONS = 1_000;

  private final List<Told.Session> sessions = new ArrayList<>();
  private boolean interrupted = true;
  private long keystrokes;
  private long lines;

  void add(Told.Session session) {
    if (interrupted || !isRightAfter(session)) {
      sessions.clear();
      keystrokes = 0;
      lines = 0;
    }
    interrupted = false;
    if (sessions.size() < MAX_SESSIONS) {
      sessions.add(session);
    }
  }

  private boolean isRightAfter(Told.Session session) {
    return sessions.isEmpty()
        || session.at().isBefore(sessions.get(sessions.size() - 1).at().plus(RIGHT_AFTER));
  }

  /** Adds keystrokes of an interval, unless the sessions counted them when they were told. */
  void addKeystrokes(Told.Interval interval, long count) {
    if (isSince(interval.begin())) {
      keystrokes = Sums.add(keystrokes, count);
    }
  }

  /** Adds a line that was read. */
  void addLine(Instant at) {
    if (isSince(at)) {
      lines++;
    }
  }

  /** Says that something else was told after the sessions. */
  void interrupt() {
    interrupted = true;
  }

  private boolean isSince(Instant at) {
    return !sessions.isEmpty() && !at.isBefore(sessions.get(0).at());
  }

  Optional<LiveSnapshot.Shell> shell() {
    if (sessions.isEmpty()) {
      return Optional.empty();
    }
    var newest = sessions.get(sessions.size() - 1);
    return Optional.of(
        new LiveSnapshot.Shell(
            newest.shell(),
            newest.editor(),
            newest.terminal(),
            newest.columns(),
            newest.rows(),
            newest.started(),
            sessions.size(),
            Sums.add(sum(Told.Session::keystrokes), keystrokes),
            Sums.add(sum(Told.Session::lines), lines),
            newest.dropped(),
            newest.failures()));
  }

  private long sum(ToLongFunction<Told.Session> count) {
    return sessions.stream().mapToLong(count).reduce(0, Sums::add);
  }
}
