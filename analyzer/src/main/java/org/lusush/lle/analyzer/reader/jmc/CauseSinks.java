// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.cause.Cause;
import org.lusush.lle.events.schema.EventSchema;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.openjdk.jmc.common.IMCMethod;
import org.openjdk.jmc.common.IMCThread;
import org.openjdk.jmc.common.IMCType;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/**
 * Keeps what the JVM recorded that can make work slow, over one chunk: with it ends what is kept.
 * Not thread-safe.
 */
final class CauseSinks {

  /** How many events of a chunk are kept; later ones are counted. */
  static final int MAX_EVENTS = 400_000;

  private static final String THREAD = Common.EVENT_THREAD;
  private static final String STACK = "stackTrace";
  private static final String CPU_TIME_SAMPLE = "jdk.CPUTimeSample";

  /** An event type whose events take time of their thread, or of all. */
  private record Kind(Cause cause, boolean ofAllThreads, String detail) {}

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("jdk.GCPhasePause", new Kind(Cause.GC_PAUSE, true, "name")),
          Map.entry("jdk.SafepointBegin", new Kind(Cause.SAFEPOINT, true, "")),
          Map.entry("jdk.ExecuteVMOperation", new Kind(Cause.SAFEPOINT, true, "operation")),
          Map.entry("jdk.ClassLoad", new Kind(Cause.CLASS_LOADING, false, "loadedClass")),
          Map.entry("jdk.JavaMonitorEnter", new Kind(Cause.LOCK, false, "monitorClass")),
          Map.entry("jdk.JavaMonitorWait", new Kind(Cause.WAIT, false, "monitorClass")),
          Map.entry("jdk.ThreadPark", new Kind(Cause.PARK, false, "parkedClass")),
          Map.entry("jdk.ThreadSleep", new Kind(Cause.SLEEP, false, "")),
          Map.entry("jdk.VirtualThreadPinned", new Kind(Cause.PINNED, false, "")),
          Map.entry("jdk.FileRead", new Kind(Cause.FILE, false, "")),
          Map.entry("jdk.FileWrite", new Kind(Cause.FILE, false, "")),
          Map.entry("jdk.FileForce", new Kind(Cause.FILE, false, "")),
          Map.entry("jdk.SocketRead", new Kind(Cause.SOCKET, false, "")),
          Map.entry("jdk.SocketWrite", new Kind(Cause.SOCKET, false, "")),
          Map.entry("jdk.Compilation", new Kind(Cause.COMPILATION, true, "method")),
          // No cause, but it names the code that ran.
          Map.entry("jdk.MethodTrace", new Kind(Cause.CODE, false, "method")));

  /** Types of samples, with the field that names the thread. */
  private static final Map<String, String> SAMPLES =
      Map.of(
          "jdk.ExecutionSample",
          "sampledThread",
          "jdk.NativeMethodSample",
          "sampledThread",
          CPU_TIME_SAMPLE,
          "eventThread");

  /**
   * A thread that was found executing.
   *
   * @param periodNanos what it stands for, or 0 where its event does not tell
   * @param stack its methods from the first caller on
   */
  record Sample(
      String type,
      long nanos,
      long periodNanos,
      Supplier<String> evidence,
      Supplier<List<String>> stack) {

    boolean isOfCpuTime() {
      return type.equals(CPU_TIME_SAMPLE);
    }
  }

  /**
   * Some time in which a thread may have got no processor, and why.
   *
   * @param mostNanos how much of it at most
   */
  record Scarcity(long fromNanos, long toNanos, long mostNanos, String evidence) {
    boolean isThrottling() {
      return evidence.equals(HELD_UP);
    }
  }

  private static final String HELD_UP = "held up by the limit of its container";

  /** From this share on, processors are busy. */
  private static final double BUSY = 0.95;

  /** Over how long after it a deoptimization is what makes code slow. */
  private static final long DEOPTIMIZATION_NANOS = 1_000_000;

  private final Map<Long, ThreadSpans> threads = new HashMap<>();
  private final ThreadSpans all = new ThreadSpans();
  private final Map<Long, List<Sample>> samples = new HashMap<>();
  private final Map<Long, Throws> exceptions = new HashMap<>();
  private final Readings loads = new Readings();
  private final Readings machine = new Readings();
  private final Readings throttled = new Readings();
  private final Readings heldUp = new Readings();
  private final Readings thrown = new Readings();
  private final Set<Cause> looked = EnumSet.noneOf(Cause.class);
  private final Map<String, Long> periods = new HashMap<>();
  private long kept;
  private long left;

  /** Returns what takes an event type, or nothing where it is none of these. */
  Optional<IEventSink> of(String type, List<ValueField> fields) {
    Kind kind = KINDS.get(type);
    if (kind != null) {
      return Optional.of(spans(kind, fields));
    }
    String thread = SAMPLES.get(type);
    if (thread != null) {
      return Optional.of(samples(type, thread, fields));
    }
    return switch (type) {
      case "jdk.CPULoad" -> Optional.of(share(loads, "machineTotal", fields));
      case "jdk.ContainerCPUThrottling" ->
          Optional.of(figure(throttled, "cpuThrottledTime", fields));
      case "jdk.ExceptionStatistics" -> Optional.of(figure(thrown, "throwables", fields));
      case "jdk.JavaExceptionThrow", "jdk.JavaErrorThrow" -> Optional.of(exceptions(fields));
      case "jdk.Deoptimization" -> Optional.of(deoptimizations(fields));
      default -> Optional.empty();
    };
  }

  /** Returns what takes the use of resources, for what it says of processors. */
  IEventSink usage(List<ValueField> fields) {
    IEventSink cpu = share(machine, EventSchema.ResourceUsage.MACHINE_CPU, fields);
    IEventSink held = figure(heldUp, EventSchema.ResourceUsage.THROTTLED_TIME, fields);
    return values -> {
      cpu.addEvent(values);
      held.addEvent(values);
    };
  }

  /** Takes notice of a setting: what is on can be found, and how often samples are taken. */
  void setting(String type, String name, String value) {
    Kind kind = KINDS.get(type);
    if (name.equals("enabled") && value.equals("true")) {
      if (kind != null) {
        looked.add(kind.cause());
      } else if (SAMPLES.containsKey(type)) {
        looked.add(Cause.CODE);
      } else if (type.equals("jdk.CPULoad")) {
        looked.add(Cause.CPU_SCARCITY);
      } else if (type.equals("jdk.Deoptimization")) {
        looked.add(Cause.DEOPTIMIZATION);
      } else if (type.equals("jdk.JavaExceptionThrow")) {
        looked.add(Cause.EXCEPTIONS);
      }
    } else if (SAMPLES.containsKey(type) && (name.equals("period") || name.equals("throttle"))) {
      Durations.nanos(value).ifPresent(nanos -> periods.merge(type, nanos, Math::min));
    }
  }

  private IEventSink spans(Kind kind, List<ValueField> fields) {
    Field startTime = Field.of(fields, Common.START_TIME);
    Field duration = Field.of(fields, Common.DURATION);
    Field thread = Field.of(fields, THREAD);
    Field stack = Field.of(fields, STACK);
    Field detail = Field.of(fields, kind.detail());
    return values -> {
      long nanos = duration.nanos(values);
      if (nanos <= 0 || isFull()) {
        return;
      }
      long start = startTime.epochNanos(values);
      Object trace = stack.object(values);
      Object about = detail.object(values);
      var span =
          new ThreadSpans.Span(start, start + nanos, kind.cause(), () -> evidence(trace, about));
      if (kind.ofAllThreads()) {
        all.add(span);
      } else {
        thread(values, thread, id -> threads.computeIfAbsent(id, unused -> new ThreadSpans()))
            .ifPresent(spans -> spans.add(span));
      }
    };
  }

  private IEventSink samples(String type, String threadField, List<ValueField> fields) {
    Field startTime = Field.of(fields, Common.START_TIME);
    Field thread = Field.of(fields, threadField);
    Field period = Field.of(fields, "samplingPeriod");
    Field stack = Field.of(fields, STACK);
    return values -> {
      if (isFull()) {
        return;
      }
      Object trace = stack.object(values);
      var sample =
          new Sample(
              type,
              startTime.epochNanos(values),
              period.nanos(values),
              () -> Frames.of(trace),
              () -> Frames.stack(trace));
      thread(values, thread, id -> samples.computeIfAbsent(id, unused -> new ArrayList<>()))
          .ifPresent(list -> list.add(sample));
    };
  }

  private static IEventSink share(Readings readings, String name, List<ValueField> fields) {
    Field startTime = Field.of(fields, Common.START_TIME);
    Field share = Field.of(fields, name);
    return values ->
        share
            .fractionIfAny(values)
            .ifPresent(value -> readings.add(startTime.epochNanos(values), value));
  }

  private static IEventSink figure(Readings readings, String name, List<ValueField> fields) {
    Field startTime = Field.of(fields, Common.START_TIME);
    Field figure = Field.of(fields, name);
    return values ->
        figure
            .figureIfAny(values)
            .ifPresent(value -> readings.add(startTime.epochNanos(values), value));
  }

  /** Takes where exceptions were thrown, and never what they say. */
  private IEventSink exceptions(List<ValueField> fields) {
    Field startTime = Field.of(fields, Common.START_TIME);
    Field thread = Field.of(fields, THREAD);
    Field stack = Field.of(fields, STACK);
    Field type = Field.of(fields, "thrownClass");
    return values -> {
      Object trace = stack.object(values);
      Object thrown = type.object(values);
      thread(values, thread, id -> exceptions.computeIfAbsent(id, unused -> new Throws()))
          .ifPresent(list -> list.add(startTime.epochNanos(values), () -> evidence(trace, thrown)));
    };
  }

  private IEventSink deoptimizations(List<ValueField> fields) {
    Field startTime = Field.of(fields, Common.START_TIME);
    Field thread = Field.of(fields, THREAD);
    Field stack = Field.of(fields, STACK);
    Field reason = Field.of(fields, "reason");
    return values -> {
      if (isFull()) {
        return;
      }
      long start = startTime.epochNanos(values);
      Object trace = stack.object(values);
      Object why = reason.object(values);
      var span =
          new ThreadSpans.Span(
              start,
              start + DEOPTIMIZATION_NANOS,
              Cause.DEOPTIMIZATION,
              () -> evidence(trace, why));
      thread(values, thread, id -> threads.computeIfAbsent(id, unused -> new ThreadSpans()))
          .ifPresent(spans -> spans.add(span));
    };
  }

  private boolean isFull() {
    if (kept >= MAX_EVENTS) {
      left++;
      return true;
    }
    kept++;
    return false;
  }

  private static <T> Optional<T> thread(Object[] values, Field field, Function<Long, T> find) {
    return field.object(values) instanceof IMCThread thread && thread.getThreadId() != null
        ? Optional.of(find.apply(thread.getThreadId()))
        : Optional.empty();
  }

  /** Never a path or an address: those may be what a user typed. */
  private static String evidence(Object trace, Object about) {
    String frame = Frames.of(trace);
    if (about instanceof IMCMethod method) {
      return Frames.of(method);
    }
    String what = about instanceof IMCType type ? withoutAddress(type.getFullName()) : text(about);
    if (frame.isEmpty() || what.isEmpty()) {
      return Printable.of(frame + what);
    }
    return Printable.of(what + " at " + frame);
  }

  /** A hidden class has an address after its name, which is another one in each process. */
  private static String withoutAddress(String className) {
    int plus = className.indexOf('+');
    return plus < 0 ? className : className.substring(0, plus);
  }

  private static String text(Object about) {
    return about instanceof String text ? text : "";
  }

  Map<Long, ThreadSpans> threads() {
    return threads;
  }

  ThreadSpans all() {
    return all;
  }

  List<Sample> samples(long thread) {
    return samples.getOrDefault(thread, List.of());
  }

  /** Returns the samples of a thread from one moment until before another, once they are sorted. */
  List<Sample> samples(long thread, long startNanos, long endNanos) {
    List<Sample> all = samples.getOrDefault(thread, List.of());
    return all.subList(firstFrom(all, startNanos), firstFrom(all, endNanos));
  }

  private static int firstFrom(List<Sample> samples, long nanos) {
    int low = 0;
    int high = samples.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (samples.get(middle).nanos() < nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Puts everything in order, once all is taken. */
  void sort() {
    exceptions.forEach(
        (thread, list) -> {
          ThreadSpans spans = threads.computeIfAbsent(thread, unused -> new ThreadSpans());
          list.storms().forEach(spans::add);
        });
    exceptions.clear();
    threads.values().forEach(ThreadSpans::sort);
    all.sort();
    samples.values().forEach(list -> list.sort(Ordering.comparingLong(Sample::nanos)));
  }

  /** Returns when the container held the process up, then when processors were busy. */
  List<Scarcity> scarcities() {
    List<Scarcity> scarcities = new ArrayList<>();
    for (Readings held : List.of(heldUp, throttled)) {
      held.forEachGrowth(
          (from, to, growth) -> scarcities.add(new Scarcity(from, to, (long) growth, HELD_UP)));
    }
    for (Readings busy : List.of(loads, machine)) {
      busy.forEach(
          (from, to, share) -> {
            if (share >= BUSY) {
              scarcities.add(new Scarcity(from, to, Long.MAX_VALUE, "processors busy"));
            }
          });
    }
    return scarcities;
  }

  /** Returns how many exceptions all threads threw over time. */
  Readings thrown() {
    return thrown;
  }

  Set<Cause> looked() {
    return looked;
  }

  long left() {
    return left;
  }

  /** Returns what a sample stands for, in nanoseconds; 0 where nobody knows. */
  long periodNanos(Sample sample) {
    return sample.periodNanos() > 0
        ? sample.periodNanos()
        : periods.getOrDefault(sample.type(), 0L);
  }
}
