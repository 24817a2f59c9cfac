// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.run;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lusush.lle.suite.result.TargetTable;
import org.lusush.lle.suite.result.TestKind;
import org.lusush.lle.suite.tape.Tape;

/**
 * What is to be run.
 *
 * @param tests in the order in which they run
 * @param tape what is typed
 * @param iterations fresh JVMs of the latency and the regression test, over 0
 * @param concurrency shells at once in the stress test, over 0
 * @param duration how long is typed in the other tests
 * @param rate keys a second in the test of processor time, over 0
 * @param targets what figures are held to
 * @param baseline folder of an earlier run, for the regression test
 */
public record Plan(
    List<TestKind> tests,
    Tape tape,
    int iterations,
    int concurrency,
    Duration duration,
    double rate,
    TargetTable targets,
    Optional<Path> baseline) {

  public Plan {
    tests = tests.stream().distinct().sorted().toList();
    requireNonNull(tape, "tape");
    requireNonNull(targets, "targets");
    require(iterations > 0, "iterations must be over 0, was " + iterations);
    require(concurrency > 0, "concurrency must be over 0, was " + concurrency);
    require(
        !duration.isZero() && !duration.isNegative(), "duration must be over 0, was " + duration);
    require(rate > 0 && rate <= 1_000, "rate must be over 0 and at most 1000, was " + rate);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
