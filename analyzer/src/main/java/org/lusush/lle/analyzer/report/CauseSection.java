// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.cause.Cause;
import org.lusush.lle.analyzer.model.cause.CauseShare;
import org.lusush.lle.analyzer.model.cause.SlowSpans;
import org.lusush.lle.analyzer.model.cause.TailCauses;

/** What slow keystrokes and slow operations spent their time on. */
public final class CauseSection {

  private static final int OPERATIONS = 6;
  private static final int NAMED = 3;
  private static final double WORTH_NAMING = 0.02;

  /** What no settings of ours ask for, or nothing does. */
  private static final Set<Cause> NEVER_MISSED =
      EnumSet.of(Cause.UNEXPLAINED, Cause.PINNED, Cause.EXCEPTIONS);

  private CauseSection() {}

  static void print(Page page, List<TailCauses> causes, SlowSpans spans) {
    if (causes.isEmpty()) {
      return;
    }
    page.heading("CAUSES", "what slow keystrokes and operations spent their time on");
    List<TailCauses> operations =
        causes.stream().filter(tail -> !isOfKeystrokes(tail)).limit(OPERATIONS).toList();
    causes.stream().filter(CauseSection::isOfKeystrokes).forEach(tail -> keystrokes(page, tail));
    operations.forEach(tail -> operation(page, tail));
    notLookedFor(page, spans.looked());
    if (spans.left() > 0) {
      page.paragraph(
          "  ",
          Units.count(spans.left(), "event")
              + " of the JVM were left out, for there were too many in one chunk; causes of the"
              + " keystrokes beside them may be missing.",
          Tone.WARNING);
    }
  }

  private static boolean isOfKeystrokes(TailCauses tail) {
    return tail.subject().equals(Timing.KEYSTROKE);
  }

  private static void keystrokes(Page page, TailCauses tail) {
    page.line(
        "  the %s slowest of %s keystrokes, from %s on, %s together"
            .formatted(
                Units.count(tail.spans()),
                Units.count(tail.of()),
                Units.duration(tail.fromNanos()),
                Units.duration(tail.nanos())));
    var table =
        new Table()
            .text("cause", 16)
            .figure("time")
            .figure("share")
            .figure("in")
            .figure("first in")
            .text("mostly", 60);
    for (CauseShare share : tail.shares()) {
      table.row(
          share.cause().label(),
          Units.duration(share.nanos()),
          new Table.Cell(Units.percent(share.share()), Tone.STRONG),
          Units.count(share.spans()),
          Units.count(share.first()),
          share.evidence());
    }
    table.print(page);
  }

  private static void operation(Page page, TailCauses tail) {
    String causes =
        tail.shares().stream()
            .filter(share -> share.share() >= WORTH_NAMING)
            .limit(NAMED)
            .map(CauseSection::named)
            .collect(Collectors.joining(", "));
    page.paragraph(
        "  ",
        "p99 of %s: %s; the %s slowest of %s, from %s on"
            .formatted(
                tail.subject(),
                causes,
                Units.count(tail.spans()),
                Units.count(tail.of()),
                Units.duration(tail.fromNanos())),
        Tone.PLAIN);
  }

  private static String named(CauseShare share) {
    String percent = String.format(Locale.US, "%.0f %% ", share.share() * 100);
    String evidence = share.evidence().isEmpty() ? "" : " (" + share.evidence() + ")";
    return percent + share.cause().label() + evidence;
  }

  private static void notLookedFor(Page page, Set<Cause> looked) {
    notRecorded(looked).ifPresent(sentence -> page.paragraph("  ", sentence, Tone.FAINT));
  }

  /** Says which causes cannot be here, because the recording's settings left their events out. */
  public static Optional<String> notRecorded(Set<Cause> looked) {
    String missing =
        Arrays.stream(Cause.values())
            .filter(cause -> !NEVER_MISSED.contains(cause))
            .filter(cause -> !looked.contains(cause))
            .map(Cause::label)
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "not recorded, so part of what is unexplained: "
                + missing
                + "; lle-detail.jfc records all");
  }
}
