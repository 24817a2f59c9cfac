// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.openjdk.jmc.common.IMCThread;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;

/** When the JVM stopped threads: all of them, or one to load a class. Immutable. */
final class JvmStops {

  private static final String GC_PAUSE = "jdk.GCPhasePause";
  private static final String SAFEPOINT_BEGIN = "jdk.SafepointBegin";
  private static final String VM_OPERATION = "jdk.ExecuteVMOperation";
  private static final String CLASS_LOAD = "jdk.ClassLoad";

  /** Names of the event types that tell. */
  static final List<String> TYPES = List.of(GC_PAUSE, SAFEPOINT_BEGIN, VM_OPERATION, CLASS_LOAD);

  private static final String AT_A_SAFEPOINT = "safepoint";
  private static final long NO_THREAD = -1;

  private final Spans gc;
  private final Spans stops;
  private final Map<Long, Spans> classLoading;
  private final Map<Long, Spans> all = new HashMap<>();

  private JvmStops(Spans gc, Spans stops, Map<Long, Spans> classLoading) {
    this.gc = gc;
    this.stops = stops;
    this.classLoading = classLoading;
    classLoading.forEach((thread, spans) -> all.put(thread, spans.plus(stops)));
  }

  /** Returns whether the recording could tell: it holds such an event, or would have held it. */
  static boolean areRecorded(IItemCollection recording) {
    return TYPES.stream()
        .anyMatch(
            type -> !Events.of(type, recording).isEmpty() || Events.isEnabled(type, recording));
  }

  static JvmStops of(IItemCollection recording) {
    var gc = spans(recording, GC_PAUSE);
    var stops = gc.plus(spans(recording, SAFEPOINT_BEGIN)).plus(spans(recording, VM_OPERATION));
    var byThread = new HashMap<Long, List<Spans.Span>>();
    read(
        recording,
        CLASS_LOAD,
        (thread, span) -> byThread.computeIfAbsent(thread, t -> new ArrayList<>()).add(span));
    var classLoading = new HashMap<Long, Spans>();
    byThread.forEach((thread, spans) -> classLoading.put(thread, Spans.of(spans)));
    return new JvmStops(gc, stops, classLoading);
  }

  /** Returns the number of a thread as it stands in an event, or -1. */
  static long thread(Object value) {
    return value instanceof IMCThread thread && thread.getThreadId() != null
        ? thread.getThreadId()
        : NO_THREAD;
  }

  Spans gc() {
    return gc;
  }

  /** Returns the stops of all threads, those of the garbage collector among them. */
  Spans stops() {
    return stops;
  }

  Spans classLoading(long thread) {
    return classLoading.getOrDefault(thread, Spans.NONE);
  }

  /** Returns everything that stopped a thread. */
  Spans all(long thread) {
    return all.getOrDefault(thread, stops);
  }

  private interface Reader {
    void read(long thread, Spans.Span span);
  }

  private static Spans spans(IItemCollection recording, String type) {
    var spans = new ArrayList<Spans.Span>();
    read(recording, type, (thread, span) -> spans.add(span));
    return Spans.of(spans);
  }

  private static void read(IItemCollection recording, String type, Reader reader) {
    for (IItemIterable piece : Events.of(type, recording)) {
      var start = Field.of(piece, Common.START_TIME);
      var duration = Field.of(piece, Common.DURATION);
      var thread = Field.of(piece, Common.EVENT_THREAD);
      Predicate<IItem> stopping = stopping(piece, type);
      for (IItem item : piece) {
        long from = start.epochNanos(item, 0);
        long nanos = duration.nanos(item, 0);
        if (from > 0 && nanos > 0 && stopping.test(item)) {
          reader.read(thread(thread.object(item)), new Spans.Span(from, from + nanos));
        }
      }
    }
  }

  /** An operation of the JVM stops the threads only at a safepoint. */
  private static Predicate<IItem> stopping(IItemIterable piece, String type) {
    var safepoint = Field.of(piece, AT_A_SAFEPOINT);
    return type.equals(VM_OPERATION) ? item -> safepoint.flag(item, true) : item -> true;
  }
}
