// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The tuners that are asked, and how often each failed. Thread-safe. */
final class TunerPanel {

  private final int mostFailures;
  private final List<Tuner> tuners = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  TunerPanel(int mostFailures) {
    this.mostFailures = mostFailures;
  }

  void add(Tuner tuner) {
    tuners.add(requireNonNull(tuner, "tuner"));
  }

  void observe() {
    for (var tuner : tuners) {
      try {
        tuner.observe();
      } catch (RuntimeException | LinkageError e) {
        failed(tuner);
      }
    }
  }

  /** Returns the advice of all that do not fail. */
  List<Advice> ask(Window window) {
    var advice = new ArrayList<Advice>();
    for (var tuner : tuners) {
      try {
        advice.addAll(List.copyOf(tuner.advise(window)));
      } catch (RuntimeException | LinkageError e) {
        failed(tuner);
      }
    }
    return advice;
  }

  /** Counts a fault of a tuner that came out later. */
  void failed(String name) {
    int times = failures.merge(name, 1, Integer::sum);
    if (times >= mostFailures) {
      tuners.removeIf(tuner -> nameOf(tuner).equals(name));
    }
  }

  Map<String, Integer> failures() {
    return new TreeMap<>(failures);
  }

  private void failed(Tuner tuner) {
    failed(nameOf(tuner));
  }

  /** Even its name may throw. */
  private static String nameOf(Tuner tuner) {
    try {
      return requireNonNull(tuner.name(), "name");
    } catch (RuntimeException | LinkageError e) {
      return tuner.getClass().getSimpleName();
    }
  }
}
