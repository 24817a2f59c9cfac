// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.result;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is measured: each belongs to a test, and has a name by which a target is set. */
public enum Measure {
  LATENCY_P50(TestKind.LATENCY, "p50", "key to paint, p50", Unit.NANOSECONDS, false),
  LATENCY_P99(TestKind.LATENCY, "p99", "key to paint, p99", Unit.NANOSECONDS, false),
  LATENCY_MAX(TestKind.LATENCY, "max", "key to paint, longest", Unit.NANOSECONDS, false),
  OUTSIDE_P50(TestKind.LATENCY, "outside-p50", "seen from outside, p50", Unit.NANOSECONDS, false),
  OUTSIDE_P99(TestKind.LATENCY, "outside-p99", "seen from outside, p99", Unit.NANOSECONDS, false),
  RESPONSE(TestKind.LATENCY, "response", "mean of an operation", Unit.NANOSECONDS, false),
  ERRORS(TestKind.LATENCY, "errors", "operations in error", Unit.SHARE, false),
  HIT_RATE(TestKind.LATENCY, "hit-rate", "cache lookups that hit", Unit.SHARE, true),
  SCORE(TestKind.LATENCY, "score", "score", Unit.POINTS, true),
  KEYSTROKE_SCORE(TestKind.LATENCY, "keystroke-score", "keystroke score", Unit.POINTS, true),

  KEYSTROKES(
      TestKind.THROUGHPUT, "keystrokes", "keystrokes answered a second", Unit.PER_SECOND, true),
  OPERATIONS(
      TestKind.THROUGHPUT,
      "operations",
      "operations by the time spent in them",
      Unit.PER_SECOND,
      true),
  LOST(TestKind.THROUGHPUT, "lost", "keys without a keystroke", Unit.COUNT, false),

  GROWTH(TestKind.MEMORY, "growth", "live heap gained over 1,000 keys", Unit.BYTES, false),
  LIVE(TestKind.MEMORY, "live", "live heap, warm", Unit.BYTES, false),
  ALLOCATED(TestKind.MEMORY, "allocated", "allocated for a key", Unit.BYTES, false),
  HEAP_PEAK(TestKind.MEMORY, "heap-peak", "heap in use, most", Unit.BYTES, false),
  RESIDENT_PEAK(TestKind.MEMORY, "resident-peak", "memory in RAM, most", Unit.BYTES, false),

  BUSY(TestKind.CPU, "busy", "of a core while typed on", Unit.SHARE, false),
  KEY(TestKind.CPU, "key", "processor time for a key", Unit.NANOSECONDS, false),
  IDLE(TestKind.CPU, "idle", "of a core while idle", Unit.SHARE, false),

  STRESS_P99(TestKind.STRESS, "p99", "key to paint, p99", Unit.NANOSECONDS, false),
  STRESS_LOST(TestKind.STRESS, "lost", "keys without a keystroke", Unit.COUNT, false),
  STRESS_ERRORS(TestKind.STRESS, "errors", "operations in error", Unit.SHARE, false),
  STRESS_KEYSTROKES(
      TestKind.STRESS, "keystrokes", "keystrokes answered a second", Unit.PER_SECOND, true),

  WORSE(TestKind.REGRESSION, "worse", "figures that got worse", Unit.COUNT, false);

  private final TestKind test;
  private final String key;
  private final String label;
  private final Unit unit;
  private final boolean higherIsBetter;

  Measure(TestKind test, String name, String label, Unit unit, boolean higherIsBetter) {
    this.test = test;
    this.key = test.label() + "." + name;
    this.label = label;
    this.unit = unit;
    this.higherIsBetter = higherIsBetter;
  }

  /** Returns the test that measures it. */
  public TestKind test() {
    return test;
  }

  /** Returns its name, such as {@code latency.p99}. */
  public String key() {
    return key;
  }

  /** Returns it in words. */
  public String label() {
    return label;
  }

  public Unit unit() {
    return unit;
  }

  /** Returns whether a figure is to stay over its target rather than under it. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** Returns whether a figure is as good as a limit, or better. */
  boolean isAsGood(double figure, double limit) {
    return higherIsBetter ? figure >= limit : figure <= limit;
  }

  /** Returns the measures of a test, in their order. */
  public static List<Measure> of(TestKind test) {
    return Arrays.stream(values()).filter(measure -> measure.test == test).toList();
  }

  /** Returns the names of all. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Measure::key).toList();
  }

  /** Returns the one of a name. */
  public static Optional<Measure> named(String key) {
    return Arrays.stream(values()).filter(measure -> measure.key.equals(key)).findFirst();
  }
}
