// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite;

import org.lusush.lle.analyzer.model.night.Verdict;
import org.lusush.lle.suite.result.SuiteResult;
import org.lusush.lle.suite.result.TestResult;

/** What the process tells its caller. */
final class ExitCode {

  static final int FINE = 0;
  static final int MISSED = 1;
  static final int FAILED = 3;
  static final int INCONCLUSIVE = 5;

  private ExitCode() {}

  /** Returns the weightiest that holds: what failed was not measured, and might be worse. */
  static int of(SuiteResult result) {
    if (result.count(TestResult.State.FAILED) > 0) {
      return FAILED;
    }
    if (result.missed() > 0) {
      return MISSED;
    }
    var open = Verdict.INCONCLUSIVE.label();
    return result.tests().stream().anyMatch(test -> test.verdict().filter(open::equals).isPresent())
        ? INCONCLUSIVE
        : FINE;
  }
}
