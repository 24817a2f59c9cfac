// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.MeasuredOperation;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.reader.jmc.Durations;
import org.lusush.lle.analyzer.reader.jmc.Facts;
import org.lusush.lle.analyzer.reader.jmc.SessionSpan;
import org.lusush.lle.events.schema.EventSchema;

/** Finds out what happened in the editor but is not in a recording. */
final class ContentGaps {

  /** A gap in the counts is worth a word from this share of them on. */
  private static final double MATERIAL = 0.01;

  /** What may be under way while the counters are read. */
  private static final long UNDER_WAY = 2;

  private final Contents contents;
  private final Facts facts;
  private final List<MeasuredOperation> measured;
  private final boolean startedWithin;
  private final List<Gap> gaps = new ArrayList<>();

  private ContentGaps(
      Contents contents, Facts facts, List<MeasuredOperation> measured, boolean startedWithin) {
    this.contents = contents;
    this.facts = facts;
    this.measured = measured;
    this.startedWithin = startedWithin;
  }

  /**
   * Returns what is missing.
   *
   * @param startedWithin whether the recorder started after the recording did
   */
  static List<Gap> of(
      Contents contents, Facts facts, List<MeasuredOperation> measured, boolean startedWithin) {
    var found = new ContentGaps(contents, facts, measured, startedWithin);
    found.lostEvents();
    found.operations();
    found.keystrokes();
    found.leftOut(Gap.Kind.LOOKUPS_LEFT_OUT, EventSchema.CacheLookup.TYPE, "cache lookups", "");
    found.leftOut(Gap.Kind.TAKES_LEFT_OUT, EventSchema.PoolAllocation.TYPE, "pool allocations", "");
    found.droppedMeasurements();
    found.newerEvents();
    return found.gaps;
  }

  private void lostEvents() {
    if (facts.lostBytes() > 0) {
      add(
          Gap.Kind.EVENTS_LOST,
          "the JVM lost %,d bytes of events (jdk.DataLoss), of which types nobody knows; record"
              + " less, or on a faster disk",
          facts.lostBytes());
    }
  }

  private void operations() {
    String counts = ofMeasured();
    if (leftOut(Gap.Kind.OPERATIONS_LEFT_OUT, EventSchema.Operation.TYPE, "operations", counts)) {
      return;
    }
    if (measured.isEmpty()) {
      add(
          Gap.Kind.NOT_CHECKED,
          "whether operations are missing was not checked: the recorder's own counts"
              + " (lle.OperationStatistics) are not in it");
    } else {
      missingOperations();
    }
  }

  private String ofMeasured() {
    long counted = measured.stream().mapToLong(m -> m.within().count()).sum();
    long recorded = contents.operationCount();
    return counted > recorded
        ? String.format(
            Locale.US,
            "; figures of single operations are about the %,d recorded of the %,d measured",
            recorded,
            counted)
        : "; figures of single operations are about the longer ones only";
  }

  /** Compares type by type, so that more of one does not hide less of another. */
  private void missingOperations() {
    long expected = 0;
    long missing = 0;
    for (MeasuredOperation operation : measured) {
      long counted = operation.within().count();
      long recorded = recorded(operation.operation());
      expected += counted;
      missing += isMaterial(recorded, counted) ? counted - recorded : 0;
    }
    if (missing > 0) {
      add(
          Gap.Kind.OPERATIONS_MISSING,
          "%,d of the %,d operations measured while this was recorded are not in it",
          missing,
          expected);
    }
  }

  private long recorded(String operation) {
    return contents.operations().stream()
        .filter(group -> group.operation().equals(operation))
        .map(OperationGroup::total)
        .mapToLong(total -> total.count())
        .sum();
  }

  private void keystrokes() {
    if (leftOut(Gap.Kind.KEYSTROKES_LEFT_OUT, EventSchema.Keystroke.TYPE, "keystrokes", "")) {
      return;
    }
    long counted =
        facts.session().map(s -> startedWithin ? s.last().keystrokes() : s.keystrokes()).orElse(0L);
    long recorded = contents.keystrokes().latency().count();
    if (isMaterial(recorded, counted)) {
      add(
          Gap.Kind.KEYSTROKES_MISSING,
          "%,d of the %,d keystrokes answered while this was recorded are not in it",
          counted - recorded,
          counted);
    }
  }

  private static boolean isMaterial(long recorded, long counted) {
    return counted - recorded > Math.max(UNDER_WAY, MATERIAL * counted);
  }

  /** Notes what the settings kept out of the recording, and returns whether they did. */
  private boolean leftOut(Gap.Kind kind, String eventType, String what, String so) {
    // With "true" beside it, "false" says nothing: the JVM writes it at the end of a dump whose
    // settings do not name the event type. What is missing then shows in the counts.
    if (facts.values(eventType, "enabled").equals(Set.of("false"))) {
      add(kind, "%s were not recorded: %s was disabled", what, eventType);
      return true;
    }
    long threshold = highestThreshold(eventType);
    if (threshold > 0) {
      add(
          kind,
          "%s shorter than %s were not recorded (threshold of %s)%s",
          what,
          Durations.text(threshold),
          eventType,
          so);
    }
    return threshold > 0;
  }

  private long highestThreshold(String eventType) {
    return facts.values(eventType, "threshold").stream()
        .map(Durations::nanos)
        .mapToLong(nanos -> nanos.orElse(0))
        .max()
        .orElse(0);
  }

  private void droppedMeasurements() {
    long dropped =
        facts.session().map(s -> startedWithin ? s.last().dropped() : s.dropped()).orElse(0L);
    if (dropped > 0) {
      add(
          Gap.Kind.MEASUREMENTS_DROPPED,
          "the recorder gave up %,d measurements that were nested too deeply or ended out of order",
          dropped);
    }
  }

  private void newerEvents() {
    long version = facts.session().map(SessionSpan::last).map(s -> s.schemaVersion()).orElse(0L);
    if (version > EventSchema.VERSION) {
      add(
          Gap.Kind.NEWER_EVENTS,
          "its events are of version %d, this analyzer knows version %d; a newer analyzer may tell"
              + " more",
          version,
          EventSchema.VERSION);
    }
  }

  private void add(Gap.Kind kind, String pattern, Object... args) {
    gaps.add(new Gap(kind, String.format(Locale.US, pattern, args)));
  }
}
