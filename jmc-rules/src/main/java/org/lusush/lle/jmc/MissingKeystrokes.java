// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.List;
import java.util.stream.Stream;
import org.lusush.lle.events.schema.EventSchema.Keystroke;
import org.lusush.lle.events.schema.EventSchema.Session;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;

/** Finds what the recorder counted and the recording does not hold. */
final class MissingKeystrokes {

  private static final int DROPPED = 40;
  private static final int FAILURES = 45;

  /** With fewer keystrokes than this a single one would count too much. */
  private static final int FEW = 20;

  private MissingKeystrokes() {}

  /**
   * Returns what is missing.
   *
   * @param sessions events that say what the recorder counted
   * @param tolerated share of the keystrokes that may be missing
   * @param critical share from which on it is critical
   */
  static Stream<Problem> problems(
      Events sessions, IItemCollection recording, double tolerated, double critical) {
    var counted =
        Growth.of(
            sessions,
            recording,
            List.of(Session.SHELL),
            List.of(Session.KEYSTROKES, Session.DROPPED, Session.FAILURES));
    double keystrokes = sum(counted, Session.KEYSTROKES);
    return Stream.of(
            missing(keystrokes, recording, tolerated, critical),
            counted(DROPPED, "dropped", sum(counted, Session.DROPPED)),
            counted(FAILURES, "failures", sum(counted, Session.FAILURES)))
        .flatMap(problems -> problems);
  }

  private static double sum(List<Growth.Counters> counted, String field) {
    return counted.stream().mapToDouble(counters -> counters.grown(field)).sum();
  }

  private static Stream<Problem> missing(
      double counted, IItemCollection recording, double tolerated, double critical) {
    var events = Events.of(Keystroke.TYPE, recording);
    double recorded = events.pieces().stream().mapToLong(IItemIterable::getItemCount).sum();
    double share = counted < FEW ? 0 : Math.max(0, 1 - recorded / counted);
    return share > tolerated
        ? Stream.of(
            Problem.of(
                ScoreScale.score(share, tolerated, critical),
                "keystrokes",
                Math.round(counted - recorded),
                Math.round(counted)))
        : Stream.empty();
  }

  private static Stream<Problem> counted(int score, String kind, double count) {
    return count > 0 ? Stream.of(Problem.of(score, kind, Math.round(count))) : Stream.empty();
  }
}
