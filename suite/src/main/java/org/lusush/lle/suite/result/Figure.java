// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.result;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One figure of a test.
 *
 * @param measure what was measured
 * @param value the figure in the unit of the measure, or nothing where it could not be measured
 * @param target what it is held to, if anything
 * @param note what else is to be said of it, such as why it was not measured; or empty
 */
public record Figure(
    Measure measure, Optional<Double> value, Optional<Double> target, String note) {

  /** What a figure is to its target. */
  public enum State {
    MET("met"),
    MISSED("missed"),
    NOT_MEASURED("not measured"),
    /** There is no target. */
    FREE("");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public Figure {
    requireNonNull(measure, "measure");
    requireNonNull(note, "note");
  }

  /** Returns whether it is as good as its target. */
  public State state() {
    if (value.isEmpty()) {
      return State.NOT_MEASURED;
    }
    return target
        .map(limit -> measure.isAsGood(value.get(), limit) ? State.MET : State.MISSED)
        .orElse(State.FREE);
  }
}
