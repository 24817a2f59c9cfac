// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long operations and keystrokes took, from what holds the most of them: single events, or the
 * recorder's interval histograms where single events are missing.
 *
 * @param operations by type of operation
 * @param keystrokes whole keystrokes, from the key to the paint
 */
public record Timings(List<Timing> operations, Timing keystrokes) {

  public static final Timings NONE = new Timings(List.of(), Timing.of(Keystrokes.NONE));

  /** The types of operation of the most total time first. */
  public static final Comparator<Timing> LARGEST_FIRST =
      Ordering.comparingLong((Timing timing) -> timing.totals().totalNanos())
          .reversed()
          .thenComparing(Timing::operation);

  public Timings {
    operations = List.copyOf(operations);
  }

  /** Returns the durations of the single events. */
  public static Timings of(Contents contents) {
    return new Timings(
        contents.operations().stream().map(group -> Timing.of(group.total())).toList(),
        Timing.of(contents.keystrokes()));
  }

  /** Returns these with the operations from histograms, wherever those hold more of them. */
  public Timings withOperationsOf(List<Timing> histograms) {
    List<Timing> better =
        new ArrayList<>(operations.stream().map(timing -> larger(timing, histograms)).toList());
    histograms.stream()
        .filter(timing -> !timing.isKeystroke())
        .filter(timing -> find(operations, timing.operation()).isEmpty())
        .forEach(better::add);
    return new Timings(better, keystrokes);
  }

  /** Returns these with the keystrokes from histograms, if those hold more of them. */
  public Timings withKeystrokesOf(List<Timing> histograms) {
    return new Timings(operations, larger(keystrokes, histograms));
  }

  private static Timing larger(Timing recorded, List<Timing> histograms) {
    return find(histograms, recorded.operation())
        .filter(timing -> timing.count() > recorded.count())
        .orElse(recorded);
  }

  private static Optional<Timing> find(List<Timing> timings, String operation) {
    return timings.stream().filter(timing -> timing.operation().equals(operation)).findFirst();
  }

  public Timings plus(Timings other) {
    return new Timings(merge(operations, other.operations), keystrokes.plus(other.keystrokes));
  }

  /** Returns both lists as one, in bounded size. */
  public static List<Timing> merge(List<Timing> left, List<Timing> right) {
    return Bounded.merge(
        left, right, Timing::operation, Timing::plus, OperationGroup.MAX_TYPES, Timing::asOther);
  }

  /** Returns whether any figure of operations comes from histograms. */
  public boolean hasHistograms() {
    return operations.stream().anyMatch(timing -> timing.origin() == Origin.HISTOGRAMS);
  }
}
