// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.runners.TestList;

/** Runs jcstress once, and judges each of its tests. */
final class RecorderStressTest {

  private static StressRun run;

  @BeforeAll
  static void runAll() throws Exception {
    assumeThat(Runtime.getRuntime().availableProcessors())
        .as("processors, of which jcstress needs one for each of two threads")
        .isGreaterThanOrEqualTo(2);
    run =
        StressRun.start(
            System.getProperty("lle.stress"), Path.of(System.getProperty("lle.stress.directory")));
  }

  static Collection<String> tests() {
    return TestList.tests();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tests")
  void promise_underStress_isKept(String test) {
    assertThat(run.results()).as("results of all tests, see %s", run.output()).containsKey(test);
    var result = run.results().get(test);

    assertThat(result.status()).as("%s, see %s", test, run.output()).isEqualTo(Status.NORMAL);
    assertThat(result.grading().failureMessages).as("%s, see %s", test, run.output()).isEmpty();
  }

  @Test
  void run_ofAllTests_endsWithoutAnError() {
    assertThat(run.status()).as("status of jcstress, see %s", run.output()).isZero();
  }
}
