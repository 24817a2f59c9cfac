// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.analyzer.model.cause.Cause;
import org.lusush.lle.analyzer.model.timeline.Mark;
import org.lusush.lle.analyzer.model.timeline.Marks;
import org.lusush.lle.analyzer.reader.jmc.ThreadSpans.Span;

/** Finds among what the JVM recorded over a chunk what is worth a mark on a time axis. */
final class MarkFinder {

  /** What is shorter is not worth one. */
  private static final long SHORTEST_SAFEPOINT_NANOS = 1_000_000;

  private static final long SHORTEST_BURST_NANOS = 2_000_000;

  private static final double MANY_EXCEPTIONS_PER_SECOND = 1_000;

  /** Classes that one thread loads closer to one another than this belong to one burst. */
  private static final long BURST_GAP_NANOS = 20_000_000;

  private final CauseSinks sinks;
  private final List<Mark> marks = new ArrayList<>();

  private MarkFinder(CauseSinks sinks) {
    this.sinks = sinks;
  }

  /** Returns the marks, once everything is in order. */
  static Marks of(CauseSinks sinks) {
    var finder = new MarkFinder(sinks);
    sinks.all().forEach(finder::pause);
    sinks.threads().values().forEach(finder::bursts);
    sinks.thrown().forEachGrowth(finder::exceptions);
    sinks
        .scarcities()
        .forEach(
            scarcity -> {
              if (scarcity.isThrottling()) {
                finder.throttling(scarcity.fromNanos(), scarcity.toNanos());
              }
            });
    return Marks.of(finder.marks);
  }

  private void pause(Span span) {
    if (span.cause() == Cause.GC_PAUSE) {
      add(Mark.Kind.GC_PAUSE, span, span.evidence().get());
    } else if (span.cause() == Cause.SAFEPOINT && isOwnSafepoint(span)) {
      add(Mark.Kind.SAFEPOINT, span, span.evidence().get());
    }
  }

  private void add(Mark.Kind kind, Span span, String what) {
    marks.add(new Mark(kind, span.startNanos(), span.endNanos() - span.startNanos(), 1, what));
  }

  /** A pause of the collector is a safepoint, too; the operation that runs in one has its name. */
  private boolean isOwnSafepoint(Span span) {
    if (span.endNanos() - span.startNanos() < SHORTEST_SAFEPOINT_NANOS) {
      return false;
    }
    var own = new boolean[] {true};
    sinks
        .all()
        .forEachOverlapping(
            span.startNanos(), span.endNanos(), other -> own[0] &= other.cause() != Cause.GC_PAUSE);
    return own[0];
  }

  private void exceptions(long fromNanos, long toNanos, double thrown) {
    double seconds = (toNanos - fromNanos) / 1e9;
    if (seconds > 0 && thrown / seconds >= MANY_EXCEPTIONS_PER_SECOND) {
      long count = Math.round(thrown);
      marks.add(
          new Mark(
              Mark.Kind.EXCEPTIONS, fromNanos, toNanos - fromNanos, count, count + " exceptions"));
    }
  }

  private void throttling(long fromNanos, long toNanos) {
    marks.add(new Mark(Mark.Kind.THROTTLING, fromNanos, toNanos - fromNanos, 1, ""));
  }

  private void bursts(ThreadSpans thread) {
    var burst = new Burst();
    thread.forEach(
        span -> {
          if (span.cause() == Cause.CLASS_LOADING) {
            if (burst.count > 0 && span.startNanos() - burst.endNanos > BURST_GAP_NANOS) {
              end(burst);
            }
            burst.add(span);
          }
        });
    end(burst);
  }

  private void end(Burst burst) {
    if (burst.nanos >= SHORTEST_BURST_NANOS) {
      String what = burst.count == 1 ? "1 class" : burst.count + " classes";
      marks.add(
          new Mark(Mark.Kind.CLASS_LOADING, burst.startNanos, burst.nanos, burst.count, what));
    }
    burst.count = 0;
    burst.nanos = 0;
  }

  /** Classes that are loaded in a row, those inside of others counted without their time. */
  private static final class Burst {
    private long startNanos;
    private long endNanos;
    private long nanos;
    private long count;

    void add(Span span) {
      if (count == 0) {
        startNanos = span.startNanos();
        endNanos = span.startNanos();
      }
      nanos += Math.max(0, span.endNanos() - Math.max(endNanos, span.startNanos()));
      endNanos = Math.max(endNanos, span.endNanos());
      count++;
    }
  }
}
