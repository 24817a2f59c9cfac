// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Advice in the order in which it deserves to be taken: most gain by its cost first. */
final class Candidates {

  private Candidates() {}

  /** Advice, and what its knob stood at when it was ranked. */
  record Candidate(Advice advice, double from, double worth) {
    KnobName knob() {
      return KnobName.of(advice.knob());
    }
  }

  /** Leaves out what changes nothing. Advice on a knob that cannot be read counts as a fault. */
  static List<Candidate> ranked(
      Collection<Advice> advice, Collection<Budget> budgets, TunerPanel tuners) {
    var ranked = new ArrayList<Candidate>();
    for (var one : advice) {
      try {
        double from = one.knob().value();
        if (Double.compare(one.to(), from) != 0) {
          ranked.add(new Candidate(one, from, worth(one, from, budgets)));
        }
      } catch (RuntimeException | LinkageError e) {
        tuners.failed(one.tuner());
      }
    }
    ranked.sort(Comparator.comparingDouble(Candidate::worth).reversed());
    return ranked;
  }

  /** Of changes that only save, the one that saves most comes first; all of them after gains. */
  private static double worth(Advice advice, double from, Collection<Budget> budgets) {
    double more = advice.to() - from;
    double each = 0;
    for (var budget : budgets) {
      each += budget.costEach(advice.knob());
    }
    double cost = Math.abs(more) * (each == 0 ? 1 : each);
    return advice.saves() ? -1 / (1 + cost) : advice.gain() / (more > 0 ? Math.max(1, cost) : 1);
  }
}
