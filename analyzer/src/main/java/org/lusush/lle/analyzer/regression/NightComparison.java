// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.night.Metric;
import org.lusush.lle.analyzer.model.night.Night;

/**
 * Looks for changes in the figures of nights that follow one another. The sample is the night.
 *
 * <p>{@link EnergyDivision} says where a figure may have changed, allowing for all places that it
 * could have been at; where it sees no change among the last nights, the place is where they differ
 * most. {@link NightTest} says of the last such change how large it is and how sure. A change needs
 * three nights to be confirmed. What the newest one or two nights look like is suspected only:
 * single odd nights are common.
 */
final class NightComparison {

  /** The fewest nights in which a change can be found: three before it and three after. */
  static final int FEWEST = 2 * EnergyDivision.SHORTEST;

  /** How many nights are looked back at. */
  static final int WINDOW = 50;

  /** How many nights a change is spoken of; then it is how things are. */
  static final int RECENT = 10;

  /** For a candidate; whether it is one is decided by the test of its size. */
  private static final double WEAK = 0.05;

  /** If the newest one or two nights differ this much more surely, it is only they. */
  private static final double FAR_SURER = 10;

  private final List<Night> nights;

  /**
   * @param nights comparable ones in their order, tonight last
   */
  NightComparison(List<Night> nights) {
    this.nights = nights.subList(Math.max(0, nights.size() - WINDOW), nights.size());
  }

  /** Returns every figure of tonight that enough nights have. */
  List<Comparison> compare() {
    return Draft.concluded(
        NightSeries.of(nights).stream()
            .filter(series -> series.size() >= FEWEST)
            .map(NightComparison::compare)
            .toList());
  }

  private static Draft compare(NightSeries series) {
    List<Integer> changes = changes(series);
    int last = changes.isEmpty() ? 0 : changes.get(changes.size() - 1);
    int from = changes.size() < 2 ? 0 : changes.get(changes.size() - 2);
    if (last > 0 && series.size() - last <= RECENT) {
      return changed(series, from, last);
    }
    return recent(series, last)
        .map(index -> changed(series, last, index))
        .orElseGet(() -> unchanged(series, last));
  }

  /** Returns where the figure may have changed by what matters; the weakest are given up first. */
  private static List<Integer> changes(NightSeries series) {
    List<Integer> changes = new ArrayList<>();
    EnergyDivision.of(series.values(), WEAK).forEach(change -> changes.add(change.index()));
    while (!changes.isEmpty()) {
      int weakest = -1;
      double largest = WEAK;
      for (int i = 0; i < changes.size(); i++) {
        int from = i == 0 ? 0 : changes.get(i - 1);
        int to = i + 1 == changes.size() ? series.size() : changes.get(i + 1);
        TrimmedTest test = series.test(from, changes.get(i), to);
        double pValue = series.matters(from, changes.get(i), test) ? test.pValue() : 1;
        if (pValue > largest) {
          weakest = i;
          largest = pValue;
        }
      }
      if (weakest < 0) {
        break;
      }
      changes.remove(weakest);
    }
    return changes;
  }

  /** Returns from which of the last nights on the figure most likely differs, if it may at all. */
  private static Optional<Integer> recent(NightSeries series, int from) {
    int first = Math.max(from + EnergyDivision.SHORTEST, series.size() - RECENT);
    Optional<Integer> likeliest = Optional.empty();
    double least = Math.min(WEAK, FAR_SURER * newestPValue(series, from));
    for (int i = first; i <= series.size() - EnergyDivision.SHORTEST; i++) {
      TrimmedTest test = series.test(from, i);
      if (test.pValue() <= least && series.matters(from, i, test)) {
        least = test.pValue();
        likeliest = Optional.of(i);
      }
    }
    return likeliest;
  }

  private static double newestPValue(NightSeries series, int from) {
    OptionalInt newest = newest(series, from);
    return newest.isPresent() ? series.test(from, newest.getAsInt()).pValue() : 1;
  }

  private static Draft changed(NightSeries series, int from, int index) {
    TrimmedTest test = series.test(from, index);
    double shift = series.key().figure().shift(test.shift());
    boolean matters = series.matters(from, index, test);
    return draft(
        series,
        from,
        index,
        test,
        matters ? Draft.direction(series.key(), shift) : Finding.SAME,
        matters ? Draft.suspected(series.key(), shift) : Finding.SAME);
  }

  /** Looks whether the newest one or two nights are unlike those before them. */
  private static Draft unchanged(NightSeries series, int from) {
    int index = newest(series, from).orElse(series.size() - 1);
    TrimmedTest test = series.test(from, index);
    double shift = series.key().figure().shift(test.shift());
    boolean matters = series.matters(from, index, test);
    return draft(
        series,
        from,
        index,
        test,
        matters ? Draft.suspected(series.key(), shift) : Finding.SAME,
        Finding.SAME);
  }

  private static OptionalInt newest(NightSeries series, int from) {
    return IntStream.rangeClosed(1, EnergyDivision.SHORTEST - 1)
        .map(count -> series.size() - count)
        .filter(index -> index - from >= EnergyDivision.SHORTEST)
        .boxed()
        .min(Comparator.comparingDouble(index -> series.test(from, index).pValue()))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static Draft draft(
      NightSeries series,
      int from,
      int index,
      TrimmedTest test,
      Finding finding,
      Finding otherwise) {
    Metric.Key key = series.key();
    List<Night> before = series.nights().subList(from, index);
    List<Night> after = series.nights().subList(index, series.size());
    return new Draft(
        key,
        series.middle(from, index),
        series.middle(index, series.size()),
        test,
        test.pValue(),
        before.size(),
        after.size(),
        Spreads.of(before, after, key),
        finding,
        otherwise,
        Optional.of(after.get(0).date()),
        SlowTimes.most(
            before.stream().flatMap(night -> night.slow(key.subject()).stream()).toList(),
            after.stream().flatMap(night -> night.slow(key.subject()).stream()).toList(),
            test.shift() > 0));
  }
}
