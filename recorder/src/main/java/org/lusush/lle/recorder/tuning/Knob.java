// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static java.util.Objects.requireNonNull;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;

/**
 * One parameter of a cache, pool or target that can be changed while the shell runs. A switch is 0
 * or 1.
 *
 * <p>Two knobs with the same subject and parameter are the same. Only the {@link Coordinator} sets
 * one, on the thread that steps it; the rest may be asked by any thread.
 */
public interface Knob {

  /** Returns the name of what it belongs to, such as a cache's. Never what someone typed. */
  String subject();

  /** Returns the name of the parameter, such as {@code entries}. */
  String parameter();

  /** Returns the value now. */
  double value();

  /** Returns the least value that it takes. */
  double minimum();

  /** Returns the greatest value that it takes. */
  double maximum();

  /** Changes the value, to one from minimum to maximum. */
  void set(double value);

  /** Returns a knob with fixed bounds. */
  static Knob of(
      String subject,
      String parameter,
      double minimum,
      double maximum,
      DoubleSupplier value,
      DoubleConsumer setter) {
    return new PlainKnob(subject, parameter, minimum, maximum, value, setter);
  }

  /** Returns a knob that is 0 or 1. */
  static Knob ofSwitch(
      String subject, String parameter, DoubleSupplier value, DoubleConsumer setter) {
    return of(subject, parameter, 0, 1, value, setter);
  }

  /** Refuses what is no range. */
  static void requireRange(double minimum, double maximum) {
    if (!(minimum <= maximum)) {
      throw new IllegalArgumentException(
          "minimum must be at most maximum, " + maximum + ", was " + minimum);
    }
  }

  /** A knob made of functions. */
  record PlainKnob(
      String subject,
      String parameter,
      double minimum,
      double maximum,
      DoubleSupplier source,
      DoubleConsumer setter)
      implements Knob {
    public PlainKnob {
      requireNonNull(subject, "subject");
      requireNonNull(parameter, "parameter");
      requireNonNull(source, "source");
      requireNonNull(setter, "setter");
      requireRange(minimum, maximum);
    }

    @Override
    public double value() {
      return source.getAsDouble();
    }

    @Override
    public void set(double value) {
      setter.accept(value);
    }
  }
}
