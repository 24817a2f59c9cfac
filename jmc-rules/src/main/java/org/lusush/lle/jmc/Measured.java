// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.lusush.lle.events.Result;
import org.lusush.lle.events.hotspot.HotSpotCriteria;
import org.lusush.lle.events.hotspot.HotSpotRanking.Place;
import org.lusush.lle.events.schema.EventSchema.CacheLookup;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.LatencyHistogram;
import org.lusush.lle.events.schema.EventSchema.Operation;
import org.lusush.lle.events.score.CountedOperations;
import org.lusush.lle.events.score.ScoreInputs;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;

/**
 * What the score is computed from: single operations, or where a threshold left the short ones out
 * the interval histograms, which hold them all.
 *
 * @param operations how many operations stand behind it
 * @param inputs the figures
 */
record Measured(long operations, ScoreInputs inputs) {

  /** The histograms of whole keystrokes are no operation. */
  private static final String KEYSTROKE = "keystroke";

  static Measured of(Events events, IItemCollection recording) {
    boolean complete = events.threshold().isEmpty() && !events.isEmpty();
    var operations =
        complete ? single(events) : intervals(Events.of(LatencyHistogram.TYPE, recording));
    var inputs = withLookups(ScoreInputs.none().withOperations(operations), recording);
    if (complete) {
      var ranking = RankedOperations.of(events, HotSpotCriteria.defaults());
      inputs = inputs.withCriticalHotSpots((int) ranking.stream().filter(Place::critical).count());
    }
    return new Measured(operations.stream().mapToLong(CountedOperations::count).sum(), inputs);
  }

  private static Collection<CountedOperations> single(Events events) {
    var sums = new HashMap<String, Sum>();
    for (IItemIterable piece : events) {
      var duration = Field.of(piece, Common.DURATION);
      var operation = Field.of(piece, Operation.OPERATION);
      var result = Field.of(piece, Operation.RESULT);
      for (IItem item : piece) {
        long nanos = duration.nanos(item, -1);
        if (nanos >= 0) {
          sums.computeIfAbsent(operation.text(item), type -> new Sum())
              .add(1, Result.isFailure(result.text(item)) ? 1 : 0, (double) nanos);
        }
      }
    }
    return counted(sums);
  }

  private static Collection<CountedOperations> intervals(Events histograms) {
    var sums = new HashMap<String, Sum>();
    for (IItemIterable piece : histograms) {
      var operation = Field.of(piece, LatencyHistogram.OPERATION);
      var count = Field.of(piece, LatencyHistogram.COUNT);
      var errors = Field.of(piece, LatencyHistogram.ERRORS);
      var total = Field.of(piece, LatencyHistogram.TOTAL_TIME);
      for (IItem item : piece) {
        String type = operation.text(item);
        if (!type.equals(KEYSTROKE)) {
          sums.computeIfAbsent(type, t -> new Sum())
              .add(
                  Math.max(0, count.number(item, 0)),
                  Math.max(0, errors.number(item, 0)),
                  (double) Math.max(0, total.nanos(item, 0)));
        }
      }
    }
    return counted(sums);
  }

  private static Collection<CountedOperations> counted(HashMap<String, Sum> sums) {
    List<CountedOperations> counted = new ArrayList<>();
    sums.forEach(
        (type, sum) ->
            counted.add(
                new CountedOperations(
                    type, Math.round(sum.count), Math.round(sum.errors), Math.round(sum.nanos))));
    return counted;
  }

  private static ScoreInputs withLookups(ScoreInputs inputs, IItemCollection recording) {
    double lookups = 0;
    double hits = 0;
    for (IItemIterable piece : Events.of(CacheLookup.TYPE, recording)) {
      var hit = Field.of(piece, CacheLookup.HIT);
      if (hit.exists()) {
        for (IItem item : piece) {
          lookups++;
          hits += hit.flag(item, false) ? 1 : 0;
        }
      }
    }
    return inputs.withLookups(hits, lookups);
  }

  /** What is added up of one type of operation. */
  private static final class Sum {
    private double count;
    private double errors;
    private double nanos;

    void add(double more, double moreErrors, double moreNanos) {
      count += more;
      errors += moreErrors;
      nanos += moreNanos;
    }
  }
}
