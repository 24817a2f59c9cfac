// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.result;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run of the suite.
 *
 * @param started when it began
 * @param took how long it ran
 * @param machine on which
 * @param shell what the recordings call the shell, and its JVM
 * @param keystrokes how many keystrokes a round of the tape has
 * @param targets what figures were held to
 * @param tests what came of each, in their order
 */
public record SuiteResult(
    Instant started,
    Duration took,
    Machine machine,
    ShellIdentity shell,
    int keystrokes,
    TargetTable targets,
    List<TestResult> tests) {

  /** Where it ran. */
  public record Machine(String os, String arch, int processors, long memoryBytes) {
    public Machine {
      requireNonNull(os, "os");
      requireNonNull(arch, "arch");
    }
  }

  /** What was typed on, as its recordings say; empty texts where there is none. */
  public record ShellIdentity(String name, String editor, String jvm) {
    public static final ShellIdentity UNKNOWN = new ShellIdentity("", "", "");
  }

  public SuiteResult {
    tests = List.copyOf(tests);
  }

  public int count(TestResult.State state) {
    return (int) tests.stream().filter(test -> test.state() == state).count();
  }

  public int met() {
    return tests.stream().mapToInt(TestResult::met).sum();
  }

  public int missed() {
    return tests.stream().mapToInt(test -> test.missed(targets)).sum();
  }

  /** Returns how many figures that have a target were not measured, of tests that ran. */
  public int notMeasured() {
    return (int)
        tests.stream()
            .filter(test -> test.state() == TestResult.State.PASSED)
            .flatMap(test -> test.figures().stream())
            .filter(f -> f.target().isPresent() && f.state() == Figure.State.NOT_MEASURED)
            .count();
  }

  /** Returns 100 times the share of the targets met; nothing where none was judged. */
  public Optional<Double> score() {
    int judged = met() + missed();
    return judged == 0 ? Optional.empty() : Optional.of(100.0 * met() / judged);
  }
}
