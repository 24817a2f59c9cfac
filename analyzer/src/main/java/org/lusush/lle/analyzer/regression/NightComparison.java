// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.util.ArrayList;
import java.util.Arrays;
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
 * could have been at; {@link TrimmedTest} says of the last such change how large it is and how
 * sure. A change needs three nights to be confirmed. What the newest one or two nights look like is
 * suspected only: single odd nights are common.
 */
final class NightComparison {

  /** The fewest nights in which a change can be found: three before it and three after. */
  static final int FEWEST = 2 * EnergyDivision.SHORTEST;

  /** How many nights are looked back at. */
  static final int WINDOW = 50;

  /** How many nights a change is spoken of; then it is how things are. */
  static final int RECENT = 10;

  private static final double CONFIDENCE = 0.95;

  /** For a candidate; whether it is one is decided by the test of its size. */
  private static final double WEAK = 0.05;

  /** Nights differ by a hundredth even if so few do not show it. */
  private static final double LEAST_DEVIATION = 0.01;

  private final List<Night> nights;

  /**
   * @param nights comparable ones in their order, tonight last
   */
  NightComparison(List<Night> nights) {
    this.nights = nights.subList(Math.max(0, nights.size() - WINDOW), nights.size());
  }

  /** Returns every figure of tonight that enough nights have. */
  List<Comparison> compare() {
    Night tonight = nights.get(nights.size() - 1);
    return Draft.concluded(
        tonight.metrics().stream().flatMap(metric -> compare(metric.key()).stream()).toList());
  }

  private Optional<Draft> compare(Metric.Key key) {
    List<Night> having = nights.stream().filter(night -> night.metric(key).isPresent()).toList();
    if (having.size() < FEWEST) {
      return Optional.empty();
    }
    double[] series =
        having.stream()
            .flatMap(night -> night.metric(key).stream())
            .mapToDouble(metric -> key.figure().scaled(metric.value()))
            .toArray();
    List<Integer> changes = changes(key, series);
    int last = changes.isEmpty() ? 0 : changes.get(changes.size() - 1);
    int from = changes.size() < 2 ? 0 : changes.get(changes.size() - 2);
    boolean recent = last > 0 && series.length - last <= RECENT;
    return Optional.of(
        recent ? changed(key, having, series, from, last) : unchanged(key, having, series, last));
  }

  /** Returns where the figure may have changed by what matters; the weakest are given up first. */
  private static List<Integer> changes(Metric.Key key, double[] series) {
    List<Integer> changes = new ArrayList<>();
    EnergyDivision.of(series, WEAK).forEach(change -> changes.add(change.index()));
    while (!changes.isEmpty()) {
      int weakest = -1;
      double largest = WEAK;
      for (int i = 0; i < changes.size(); i++) {
        int from = i == 0 ? 0 : changes.get(i - 1);
        int to = i + 1 == changes.size() ? series.length : changes.get(i + 1);
        TrimmedTest test = test(key, series, from, changes.get(i), to);
        boolean matters = matters(key, series, from, changes.get(i), test);
        double pValue = matters ? test.pValue() : 1;
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

  private static boolean matters(
      Metric.Key key, double[] series, int from, int index, TrimmedTest test) {
    double before = Medians.of(Arrays.copyOfRange(series, from, index));
    double value = key.figure().isRelative() ? Math.exp(before) : before;
    return key.figure().matters(value, key.figure().shift(test.shift()));
  }

  private static Draft changed(
      Metric.Key key, List<Night> having, double[] series, int from, int index) {
    TrimmedTest test = test(key, series, from, index);
    double shift = key.figure().shift(test.shift());
    boolean matters = matters(key, series, from, index, test);
    return draft(
        key,
        having,
        from,
        index,
        test,
        test.pValue(),
        matters ? Draft.direction(key, shift) : Finding.SAME,
        matters ? Draft.suspected(key, shift) : Finding.SAME);
  }

  /** Looks whether the newest one or two nights are unlike those before them. */
  private static Draft unchanged(Metric.Key key, List<Night> having, double[] series, int from) {
    int index = newest(key, series, from).orElse(series.length - 1);
    TrimmedTest test = test(key, series, from, index);
    double shift = key.figure().shift(test.shift());
    boolean matters = matters(key, series, from, index, test);
    return draft(
        key,
        having,
        from,
        index,
        test,
        test.pValue(),
        matters ? Draft.suspected(key, shift) : Finding.SAME,
        Finding.SAME);
  }

  private static OptionalInt newest(Metric.Key key, double[] series, int from) {
    return IntStream.rangeClosed(1, EnergyDivision.SHORTEST - 1)
        .map(count -> series.length - count)
        .filter(index -> index - from >= EnergyDivision.SHORTEST)
        .boxed()
        .min(Comparator.comparingDouble(index -> test(key, series, from, index).pValue()))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static TrimmedTest test(Metric.Key key, double[] series, int from, int index) {
    return test(key, series, from, index, series.length);
  }

  private static TrimmedTest test(Metric.Key key, double[] series, int from, int index, int to) {
    double least = key.figure().isRelative() ? LEAST_DEVIATION : LEAST_DEVIATION / 10;
    return TrimmedTest.of(
        Arrays.copyOfRange(series, from, index),
        Arrays.copyOfRange(series, index, to),
        least,
        CONFIDENCE);
  }

  private static Draft draft(
      Metric.Key key,
      List<Night> having,
      int from,
      int index,
      TrimmedTest test,
      double pValue,
      Finding finding,
      Finding otherwise) {
    List<Night> before = having.subList(from, index);
    List<Night> after = having.subList(index, having.size());
    return new Draft(
        key,
        middle(before, key),
        middle(after, key),
        test,
        pValue,
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

  private static double middle(List<Night> nights, Metric.Key key) {
    return Medians.of(
        nights.stream()
            .flatMap(night -> night.metric(key).stream())
            .mapToDouble(Metric::value)
            .toArray());
  }
}
