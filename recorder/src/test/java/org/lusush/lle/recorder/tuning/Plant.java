// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Something with a knob, whose share of successes is a function of its value. */
final class Plant {

  final Knob knob;
  double value;
  private final DoubleUnaryOperator share;
  private final Random random;
  private long good;
  private long all;

  Plant(String subject, double value, DoubleUnaryOperator share) {
    this(subject, value, 7, share);
  }

  Plant(String subject, double value, long seed, DoubleUnaryOperator share) {
    random = new Random(seed);
    this.value = value;
    this.share = share;
    knob = Knob.of(subject, "entries", 1, 1_000, () -> this.value, to -> this.value = to);
  }

  void run(int times) {
    for (int i = 0; i < times; i++) {
      all++;
      good += random.nextDouble() < share.applyAsDouble(value) ? 1 : 0;
    }
  }

  Tally tally() {
    return Tally.ofShare(good, all);
  }

  Metric metric() {
    return new Metric("share", true, 200, 0.01, this::tally);
  }

  Advice advice(String tuner, double to, double gain) {
    var evidence = new Evidence(metric(), tally(), tally().mean(), Control.NONE, 0);
    return new Advice(tuner, knob, to, "because", gain, evidence);
  }
}
