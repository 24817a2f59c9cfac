// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.cause.Cause;
import org.lusush.lle.analyzer.model.cause.SlowSpan;
import org.lusush.lle.analyzer.reader.jmc.CauseSinks.Sample;
import org.lusush.lle.analyzer.reader.jmc.CauseSinks.Scarcity;

/**
 * Divides the time of slow work among its causes, by what the JVM recorded at the same time, on the
 * same thread or for all threads.
 *
 * <p>What is left when everything that stops a thread has its part goes to code: as much as the
 * thread had of processor time where that was measured, and as far as samples of the thread stand
 * for time where it was not. What is then left goes to the JIT compiler and to busy processors, as
 * far as they overlap; then to nobody.
 */
final class Explanation {

  /** Over how many periods a thread that is found executing at both ends was so in between. */
  private static final int PERIODS_BETWEEN_SAMPLES = 4;

  /** What stops a thread, in the order of precedence. */
  private static final List<Cause> STOPPING =
      List.copyOf(
          EnumSet.complementOf(
              EnumSet.of(Cause.CODE, Cause.COMPILATION, Cause.CPU_SCARCITY, Cause.UNEXPLAINED)));

  /** What a thread does itself, although something else is to blame for it. */
  private static final List<Cause> OWN_WORK =
      List.of(Cause.CLASS_LOADING, Cause.EXCEPTIONS, Cause.DEOPTIMIZATION);

  private final CauseSinks sinks;
  private final List<Scarcity> scarcities;

  Explanation(CauseSinks sinks) {
    this.sinks = sinks;
    sinks.sort();
    scarcities = sinks.scarcities();
  }

  /**
   * Returns what had a part in some time of a thread, the largest part first.
   *
   * @param cpuNanos processor time of the thread in it, or less than 0 where nobody measured it
   */
  List<SlowSpan.Part> of(long thread, long startNanos, long endNanos, long cpuNanos) {
    var time = new Time(thread, startNanos, endNanos);
    STOPPING.forEach(time::stopped);
    if (cpuNanos < 0) {
      time.sampledCode();
    } else {
      time.measuredCode(cpuNanos);
    }
    return time.tallies.toParts();
  }

  /** Some time in which a thread may have got no processor. */
  @FunctionalInterface
  private interface Scarce {
    void from(long startNanos, long endNanos, String evidence);
  }

  /** Some time of a thread, while it is divided. */
  private final class Time {
    private final long startNanos;
    private final long endNanos;
    private final List<ThreadSpans.Span> spans;
    private final List<Sample> samples;
    private final Coverage coverage;
    private final Tallies tallies = new Tallies();

    Time(long thread, long startNanos, long endNanos) {
      this.startNanos = startNanos;
      this.endNanos = endNanos;
      spans = overlapping(thread, startNanos, endNanos);
      samples = sinks.samples(thread, startNanos, endNanos);
      coverage = new Coverage(startNanos, endNanos);
    }

    void stopped(Cause cause) {
      for (ThreadSpans.Span span : spans) {
        if (span.cause() == cause) {
          long taken = coverage.take(span.startNanos(), span.endNanos());
          if (taken > 0) {
            tallies.add(cause, taken, span.evidence().get());
          }
        }
      }
    }

    /** What the thread did itself has had its part already where something is to blame for it. */
    void measuredCode(long cpuNanos) {
      long free = coverage.free();
      long others = OWN_WORK.stream().mapToLong(tallies::nanos).sum();
      long executed = Math.min(free, Math.max(0, cpuNanos - others));
      tallies.add(Cause.CODE, executed, sampledMostly());
      var rest = new Tallies();
      divideRest(rest);
      tallies.addScaled(rest, free - executed);
    }

    private String sampledMostly() {
      Map<String, Long> methods = new TreeMap<>();
      for (Sample sample : samples) {
        if (coverage.isFree(sample.nanos())) {
          methods.merge(sample.evidence().get(), Math.max(1, sinks.periodNanos(sample)), Long::sum);
        }
      }
      return methods.entrySet().stream()
          .max(Ordering.comparingLong(Map.Entry::getValue))
          .map(Map.Entry::getKey)
          .orElseGet(this::tracedMostly);
    }

    /** Returns the traced method that took most of the time, of equal ones the innermost. */
    private String tracedMostly() {
      return spans.stream()
          .filter(span -> span.cause() == Cause.CODE)
          .max(
              Ordering.comparingLong(this::overlap).thenComparingLong(ThreadSpans.Span::startNanos))
          .map(span -> span.evidence().get())
          .orElse("");
    }

    private long overlap(ThreadSpans.Span span) {
      return Math.min(endNanos, span.endNanos()) - Math.max(startNanos, span.startNanos());
    }

    /** A sample stands for half the time to the ones before and after it. */
    void sampledCode() {
      for (int i = 0; i < samples.size(); i++) {
        Sample sample = samples.get(i);
        long reach = sinks.periodNanos(sample) / 2;
        long before = i == 0 ? reach : reach(samples.get(i - 1), sample, reach);
        long after = i == samples.size() - 1 ? reach : reach(sample, samples.get(i + 1), reach);
        long taken = coverage.take(sample.nanos() - before, sample.nanos() + after);
        if (taken > 0) {
          tallies.add(Cause.CODE, taken, sample.evidence().get());
        }
      }
      divideRest(tallies);
    }

    /**
     * A sampler that comes late takes none in between. On busy processors it may as well have been
     * the thread that did not run.
     */
    private long reach(Sample earlier, Sample later, long reach) {
      long half = (later.nanos() - earlier.nanos() + 1) / 2;
      boolean late = half > reach && half <= PERIODS_BETWEEN_SAMPLES * reach;
      return late && !isBusy(earlier.nanos(), later.nanos()) ? half : reach;
    }

    private void divideRest(Tallies rest) {
      whileScarce(startNanos, endNanos, (from, to, why) -> compiling(rest, from, to));
      whileScarce(
          startNanos,
          endNanos,
          (from, to, why) -> rest.add(Cause.CPU_SCARCITY, coverage.take(from, to), why));
      rest.add(Cause.UNEXPLAINED, coverage.free(), "");
    }

    private void compiling(Tallies rest, long fromNanos, long toNanos) {
      for (ThreadSpans.Span span : spans) {
        if (span.cause() == Cause.COMPILATION) {
          long from = Math.max(fromNanos, span.startNanos());
          long to = Math.min(toNanos, span.endNanos());
          rest.add(Cause.COMPILATION, coverage.take(from, to), span.evidence().get());
        }
      }
    }
  }

  private List<ThreadSpans.Span> overlapping(long thread, long startNanos, long endNanos) {
    List<ThreadSpans.Span> spans = new ArrayList<>();
    sinks.all().forEachOverlapping(startNanos, endNanos, spans::add);
    ThreadSpans own = sinks.threads().get(thread);
    if (own != null) {
      own.forEachOverlapping(startNanos, endNanos, spans::add);
    }
    spans.sort(Ordering.comparingLong(ThreadSpans.Span::startNanos));
    return spans;
  }

  private boolean isBusy(long startNanos, long endNanos) {
    var busy = new boolean[1];
    whileScarce(startNanos, endNanos, (from, to, why) -> busy[0] = true);
    return busy[0];
  }

  private void whileScarce(long startNanos, long endNanos, Scarce action) {
    for (Scarcity scarcity : scarcities) {
      if (scarcity.fromNanos() < endNanos && scarcity.toNanos() > startNanos) {
        long from = Math.max(scarcity.fromNanos(), startNanos);
        long to = Math.min(scarcity.toNanos(), endNanos);
        long most = Math.min(to - from, scarcity.mostNanos());
        action.from(from, from + most, scarcity.evidence());
      }
    }
  }
}
