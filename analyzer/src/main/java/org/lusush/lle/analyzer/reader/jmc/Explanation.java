// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lusush.lle.analyzer.model.cause.Cause;
import org.lusush.lle.analyzer.model.cause.SlowSpan;
import org.lusush.lle.analyzer.reader.jmc.CauseSinks.Load;
import org.lusush.lle.analyzer.reader.jmc.CauseSinks.Sample;

/**
 * Divides the time of slow work among its causes, by what the JVM recorded at the same time, on the
 * same thread or for all threads.
 *
 * <p>What is left when everything that stops a thread has its part goes to code, as far as samples
 * of the thread stand for time; then to the JIT compiler and to busy processors, as far as they
 * overlap; then to nobody.
 */
final class Explanation {

  /** From this share on, processors are busy. */
  private static final double BUSY = 0.95;

  private static final Cause[] CAUSES = Cause.values();

  private final CauseSinks sinks;

  Explanation(CauseSinks sinks) {
    this.sinks = sinks;
    sinks.threads().values().forEach(ThreadSpans::sort);
    sinks.all().sort();
    sinks.loads().sort(Comparator.comparingLong(Load::nanos));
  }

  /** What one cause has so far. */
  private static final class Tally {
    private long nanos;
    private final Map<String, Long> evidence = new HashMap<>();

    void add(long taken, String what) {
      nanos += taken;
      if (!what.isEmpty()) {
        evidence.merge(what, taken, Long::sum);
      }
    }

    String mostly() {
      return evidence.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .orElse("");
    }
  }

  /** Returns what had a part in some time of a thread, the largest part first. */
  List<SlowSpan.Part> of(long thread, long startNanos, long endNanos) {
    var coverage = new Coverage(startNanos, endNanos);
    Map<Cause, Tally> tallies = new HashMap<>();
    var spans = overlapping(thread, startNanos, endNanos);
    for (Cause cause : CAUSES) {
      switch (cause) {
        case CODE -> code(thread, startNanos, endNanos, coverage, tallies);
        case COMPILATION ->
            whileBusy(
                startNanos, endNanos, (from, to) -> compiling(spans, from, to, coverage, tallies));
        case CPU_SCARCITY ->
            whileBusy(
                startNanos,
                endNanos,
                (from, to) -> add(cause, coverage.take(from, to), "", tallies));
        default -> take(cause, spans, coverage, tallies);
      }
    }
    add(Cause.UNEXPLAINED, coverage.free(), "", tallies);
    return parts(tallies);
  }

  private List<ThreadSpans.Span> overlapping(long thread, long startNanos, long endNanos) {
    List<ThreadSpans.Span> spans = new ArrayList<>();
    sinks.all().forEachOverlapping(startNanos, endNanos, spans::add);
    ThreadSpans own = sinks.threads().get(thread);
    if (own != null) {
      own.forEachOverlapping(startNanos, endNanos, spans::add);
    }
    spans.sort(Comparator.comparingLong(ThreadSpans.Span::startNanos));
    return spans;
  }

  private static void take(
      Cause cause, List<ThreadSpans.Span> spans, Coverage coverage, Map<Cause, Tally> tallies) {
    for (ThreadSpans.Span span : spans) {
      if (span.cause() == cause) {
        long taken = coverage.take(span.startNanos(), span.endNanos());
        if (taken > 0) {
          tallies.computeIfAbsent(cause, unused -> new Tally()).add(taken, span.evidence().get());
        }
      }
    }
  }

  /** A sample stands for the time to the next one, half of it before and half of it after. */
  private void code(
      long thread, long startNanos, long endNanos, Coverage coverage, Map<Cause, Tally> tallies) {
    long half = sinks.samplePeriodNanos() / 2;
    for (Sample sample : sinks.samples(thread)) {
      if (sample.nanos() >= startNanos && sample.nanos() < endNanos) {
        add(
            Cause.CODE,
            coverage.take(sample.nanos() - half, sample.nanos() + half),
            sample.evidence().get(),
            tallies);
      }
    }
  }

  /** Some time in which the processors were busy. */
  @FunctionalInterface
  private interface Busy {
    void from(long startNanos, long endNanos);
  }

  /** A load is that of the time since the one before it. */
  private void whileBusy(long startNanos, long endNanos, Busy action) {
    long since = Long.MIN_VALUE;
    for (Load load : sinks.loads()) {
      if (since < endNanos && load.nanos() > startNanos && load.share() >= BUSY) {
        action.from(Math.max(since, startNanos), Math.min(load.nanos(), endNanos));
      }
      since = load.nanos();
    }
  }

  private static void compiling(
      List<ThreadSpans.Span> spans,
      long startNanos,
      long endNanos,
      Coverage coverage,
      Map<Cause, Tally> tallies) {
    for (ThreadSpans.Span span : spans) {
      if (span.cause() == Cause.COMPILATION) {
        long from = Math.max(startNanos, span.startNanos());
        long to = Math.min(endNanos, span.endNanos());
        add(Cause.COMPILATION, coverage.take(from, to), span.evidence().get(), tallies);
      }
    }
  }

  private static void add(Cause cause, long taken, String what, Map<Cause, Tally> tallies) {
    if (taken > 0) {
      tallies.computeIfAbsent(cause, unused -> new Tally()).add(taken, what);
    }
  }

  private static List<SlowSpan.Part> parts(Map<Cause, Tally> tallies) {
    return tallies.entrySet().stream()
        .map(
            entry ->
                new SlowSpan.Part(
                    entry.getKey(), entry.getValue().nanos, entry.getValue().mostly()))
        .sorted(
            Comparator.comparingLong(SlowSpan.Part::nanos)
                .reversed()
                .thenComparing(SlowSpan.Part::cause))
        .toList();
  }
}
