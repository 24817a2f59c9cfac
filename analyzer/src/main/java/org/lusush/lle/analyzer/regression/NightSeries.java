// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.night.Durations;
import org.lusush.lle.analyzer.model.night.Figure;
import org.lusush.lle.analyzer.model.night.Metric;
import org.lusush.lle.analyzer.model.night.Night;

/** One figure, night by night, on the scale where shifts are differences. Immutable. */
final class NightSeries {

  private static final double CONFIDENCE = 0.95;

  /** Nights differ by a hundredth even if so few do not show it. */
  private static final double LEAST_DEVIATION = 0.01;

  private final Metric.Key key;
  private final List<Night> nights;

  /** One for each of the nights. */
  private final double[] values;

  /** Of a night's value, as the runs within the nights say. */
  private final double runVariance;

  /** Degrees of freedom of that; 0 where nights have too few runs to say. */
  private final double runFreedom;

  private NightSeries(
      Metric.Key key, List<Night> nights, double[] values, double runVariance, double runFreedom) {
    this.key = key;
    this.nights = List.copyOf(nights);
    this.values = values;
    this.runVariance = runVariance;
    this.runFreedom = runFreedom;
  }

  /** Returns the series of every figure that the last of the nights has. */
  static List<NightSeries> of(List<Night> nights) {
    Night last = nights.get(nights.size() - 1);
    return Stream.concat(
            last.metrics().stream().map(metric -> of(nights, metric.key())),
            last.durations().stream().flatMap(d -> ofDurations(nights, d.subject()).stream()))
        .toList();
  }

  private static NightSeries of(List<Night> nights, Metric.Key key) {
    List<Night> having = nights.stream().filter(night -> night.metric(key).isPresent()).toList();
    List<double[]> runs =
        having.stream()
            .flatMap(night -> night.metric(key).stream())
            .map(metric -> metric.runs().stream().mapToDouble(key.figure()::scaled).toArray())
            .toList();
    double[] values =
        having.stream()
            .flatMap(night -> night.metric(key).stream())
            .mapToDouble(metric -> key.figure().scaled(metric.value()))
            .toArray();
    return of(key, having, values, runs);
  }

  /** Returns the series of all durations at once; empty where there are too few runs for it. */
  private static Optional<NightSeries> ofDurations(List<Night> nights, String subject) {
    List<Night> having =
        nights.stream()
            .filter(night -> night.durations(subject).filter(d -> !d.runs().isEmpty()).isPresent())
            .toList();
    List<List<double[]>> quantiles =
        having.stream()
            .flatMap(night -> night.durations(subject).stream())
            .map(NightSeries::logarithms)
            .toList();
    return Quantiles.weights(quantiles)
        .map(
            weights -> {
              List<double[]> runs =
                  quantiles.stream()
                      .map(night -> night.stream().mapToDouble(q -> sum(weights, q)).toArray())
                      .toList();
              double[] values =
                  runs.stream().mapToDouble(r -> NightTest.Side.of(r).mean()).toArray();
              return of(new Metric.Key(subject, Figure.DURATION), having, values, runs);
            });
  }

  private static List<double[]> logarithms(Durations durations) {
    return durations.runs().stream()
        .map(run -> run.stream().mapToDouble(Figure.DURATION::scaled).toArray())
        .toList();
  }

  private static double sum(double[] weights, double[] values) {
    return IntStream.range(0, weights.length).mapToDouble(i -> weights[i] * values[i]).sum();
  }

  private static NightSeries of(
      Metric.Key key, List<Night> nights, double[] values, List<double[]> runs) {
    double squares = 0;
    double freedom = 0;
    for (double[] night : runs) {
      NightTest.Side side = NightTest.Side.of(night);
      squares += side.freedom() * side.variance() * side.share();
      freedom += side.freedom();
    }
    return new NightSeries(key, nights, values, freedom == 0 ? 0 : squares / freedom, freedom);
  }

  Metric.Key key() {
    return key;
  }

  /** Returns those that have the figure, in their order. */
  List<Night> nights() {
    return nights;
  }

  double[] values() {
    return values.clone();
  }

  int size() {
    return values.length;
  }

  /** Compares the nights from one on with those before it, from another on. */
  TrimmedTest test(int from, int index) {
    return test(from, index, values.length);
  }

  TrimmedTest test(int from, int index, int to) {
    double least = key.figure().isRelative() ? LEAST_DEVIATION : LEAST_DEVIATION / 10;
    return NightTest.of(
        Arrays.copyOfRange(values, from, index),
        Arrays.copyOfRange(values, index, to),
        runVariance,
        runFreedom,
        least,
        CONFIDENCE);
  }

  /** Returns whether a shift from some nights on is large enough for anyone to care. */
  boolean matters(int from, int index, TrimmedTest test) {
    return key.figure().matters(middle(from, index), key.figure().shift(test.shift()));
  }

  /** Returns the figure in the middle of some nights. */
  double middle(int from, int to) {
    double middle = Medians.of(Arrays.copyOfRange(values, from, to));
    return key.figure().isRelative() ? Math.exp(middle) : middle;
  }
}
