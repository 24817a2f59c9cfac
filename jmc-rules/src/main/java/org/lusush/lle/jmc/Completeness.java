// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lusush.lle.events.schema.EventSchema.CacheLookup;
import org.lusush.lle.events.schema.EventSchema.CacheStatistics;
import org.lusush.lle.events.schema.EventSchema.Keystroke;
import org.lusush.lle.events.schema.EventSchema.LatencyHistogram;
import org.lusush.lle.events.schema.EventSchema.Operation;
import org.lusush.lle.events.schema.EventSchema.PoolStatistics;
import org.lusush.lle.events.schema.EventSchema.ResourceUsage;
import org.lusush.lle.events.schema.EventSchema.Session;
import org.lusush.lle.events.schema.EventSchema.TargetStatus;
import org.openjdk.jmc.common.IDisplayable;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.unit.UnitLookup;

/** Finds what a recording lacks by its settings and by what the JVM says that it lost. */
final class Completeness {

  private static final String DATA_LOSS = "jdk.DataLoss";
  private static final String AMOUNT = "amount";

  /** Types whose single events make shares and percentiles. */
  private static final List<String> SINGLE_EVENTS =
      List.of(Keystroke.TYPE, Operation.TYPE, CacheLookup.TYPE);

  private static final List<String> PERIODIC_EVENTS =
      List.of(
          LatencyHistogram.TYPE,
          CacheStatistics.TYPE,
          PoolStatistics.TYPE,
          ResourceUsage.TYPE,
          TargetStatus.TYPE,
          Session.TYPE);

  /** Names of the event types that are read, beside those about the JVM. */
  static final List<String> TYPES =
      Stream.of(SINGLE_EVENTS, PERIODIC_EVENTS, List.of(DATA_LOSS)).flatMap(List::stream).toList();

  private static final int LOST_DATA = 85;
  private static final int LEFT_OUT = 60;
  private static final int SINGLE_OFF = 50;
  private static final int PERIODIC_OFF = 35;
  private static final int JVM_OFF = 30;

  private Completeness() {}

  /** Returns whether any event of a line editor is there. */
  static boolean isOfAnEditor(IItemCollection recording) {
    return recording.stream()
        .anyMatch(piece -> piece.getType().getIdentifier().startsWith("lle.") && piece.hasItems());
  }

  static Stream<Problem> problems(IItemCollection recording) {
    return Stream.of(
            lostData(recording),
            SINGLE_EVENTS.stream().flatMap(type -> leftOut(type, recording)),
            off(SINGLE_OFF, "off", SINGLE_EVENTS, recording),
            off(PERIODIC_OFF, "off", PERIODIC_EVENTS, recording),
            off(JVM_OFF, "jvmOff", JvmStops.TYPES, recording))
        .flatMap(problems -> problems);
  }

  private static Stream<Problem> lostData(IItemCollection recording) {
    double bytes = 0;
    for (IItemIterable piece : Events.of(DATA_LOSS, recording)) {
      var amount = Field.of(piece, AMOUNT);
      for (IItem item : piece) {
        bytes += Math.max(0, amount.number(item, 0));
      }
    }
    String lost = UnitLookup.BYTE.quantity(Math.round(bytes)).displayUsing(IDisplayable.AUTO);
    return bytes > 0 ? Stream.of(Problem.of(LOST_DATA, "lost", lost)) : Stream.empty();
  }

  private static Stream<Problem> leftOut(String type, IItemCollection recording) {
    return Events.of(type, recording)
        .threshold()
        .map(threshold -> threshold.displayUsing(IDisplayable.AUTO))
        .map(threshold -> Problem.of(LEFT_OUT, "threshold", type, threshold))
        .stream();
  }

  private static Stream<Problem> off(
      int score, String kind, List<String> types, IItemCollection recording) {
    String off =
        types.stream()
            .filter(type -> Events.isDisabled(type, recording))
            .collect(Collectors.joining(", "));
    return off.isEmpty() ? Stream.empty() : Stream.of(Problem.of(score, kind, off));
  }
}
