// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cause;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.cause.Cause;
import org.lusush.lle.analyzer.model.cause.CauseShare;
import org.lusush.lle.analyzer.model.cause.Evidence;
import org.lusush.lle.analyzer.model.cause.SlowSpan;
import org.lusush.lle.analyzer.model.cause.SlowSpans;
import org.lusush.lle.analyzer.model.cause.TailCauses;
import org.lusush.lle.events.Targets;

/**
 * Adds the causes of slow work up, kind by kind.
 *
 * <p>Slow is what lies at or beyond the 99th percentile of its kind, or over its warning threshold,
 * whichever takes more in; of fewer than a thousand that are the ten slowest at least.
 */
public final class Causes {

  private static final int FEWEST = 10;

  private Causes() {}

  /**
   * Returns the causes of slow keystrokes first, then of types of operations by their slow time.
   */
  public static List<TailCauses> of(Recording recording, Targets targets) {
    SlowSpans spans = recording.contents().slow();
    List<TailCauses> tails = new ArrayList<>();
    recording
        .timings()
        .operations()
        .forEach(timing -> add(tails, spans, timing, targets.operationWarning().toNanos()));
    tails.sort(
        Ordering.comparingLong(TailCauses::nanos).reversed().thenComparing(TailCauses::subject));
    List<TailCauses> all = new ArrayList<>();
    add(all, spans, recording.timings().keystrokes(), targets.keystrokeWarning().toNanos());
    all.addAll(tails);
    return all;
  }

  private static void add(
      List<TailCauses> tails, SlowSpans spans, Timing timing, long warningNanos) {
    List<SlowSpan> kept = spans.of(timing.operation());
    if (kept.isEmpty() || timing.latency().isEmpty()) {
      return;
    }
    long from = Math.min(timing.latency().percentileNanos(99), warningNanos);
    List<SlowSpan> slow = new ArrayList<>();
    for (SlowSpan span : kept) {
      if (span.nanos() >= from || slow.size() < FEWEST) {
        slow.add(span);
      }
    }
    tails.add(sum(timing.operation(), slow, Math.max(timing.count(), slow.size())));
  }

  /** What one cause had of several pieces of work. */
  private static final class Tally {
    private long nanos;
    private long spans;
    private long first;
    private final Map<String, Long> evidence = new HashMap<>();

    void add(SlowSpan.Part part, boolean isFirst) {
      nanos += part.nanos();
      spans++;
      first += isFirst ? 1 : 0;
      if (!part.evidence().isEmpty()) {
        evidence.merge(part.evidence(), part.nanos(), Long::sum);
      }
    }

    CauseShare toShare(Cause cause, long all) {
      return new CauseShare(
          cause,
          nanos,
          all == 0 ? 0 : (double) nanos / all,
          spans,
          first,
          Evidence.mostly(evidence));
    }
  }

  private static TailCauses sum(String subject, List<SlowSpan> slow, long of) {
    Map<Cause, Tally> tallies = new EnumMap<>(Cause.class);
    long all = 0;
    long from = Long.MAX_VALUE;
    for (SlowSpan span : slow) {
      all += span.nanos();
      from = Math.min(from, span.nanos());
      for (int i = 0; i < span.parts().size(); i++) {
        SlowSpan.Part part = span.parts().get(i);
        tallies.computeIfAbsent(part.cause(), unused -> new Tally()).add(part, i == 0);
      }
    }
    long total = all;
    List<CauseShare> shares =
        tallies.entrySet().stream()
            .map(entry -> entry.getValue().toShare(entry.getKey(), total))
            .sorted(
                Ordering.comparingLong(CauseShare::nanos)
                    .reversed()
                    .thenComparing(CauseShare::cause))
            .toList();
    return new TailCauses(subject, from, slow.size(), of, all, shares);
  }
}
