// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.report;

/**
 * A figure and the most that it may be.
 *
 * @param what what is measured
 * @param unit its unit, or empty
 * @param measured the figure, or NaN where it was not measured
 * @param limit the most that it may be, or NaN where what it is compared with was not measured
 * @param basis what the limit is made of, or empty where it is a fixed one
 */
record Requirement(String what, String unit, double measured, double limit, String basis) {

  enum Verdict {
    MET("met"),
    MISSED("missed"),
    UNKNOWN("not measured");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** Returns the figure by its limit: 1 is as much as may be. NaN where either is missing. */
  double ratio() {
    return measured / limit;
  }

  Verdict verdict() {
    if (Double.isNaN(measured) || Double.isNaN(limit)) {
      return Verdict.UNKNOWN;
    }
    return measured <= limit ? Verdict.MET : Verdict.MISSED;
  }
}
