// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.result;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of a test.
 *
 * @param state whether it ran to its end
 * @param sentence what went wrong, why it did not run, or what was done
 * @param figures in the order of the measures
 * @param recordings names of files in the output folder
 * @param took how long it ran
 * @param verdict of a regression test, if it is this and ran
 */
public record TestResult(
    TestKind kind,
    State state,
    String sentence,
    List<Figure> figures,
    List<String> recordings,
    Duration took,
    Optional<String> verdict) {

  /** Whether a test ran. */
  public enum State {
    PASSED("passed"),
    FAILED("failed"),
    NOT_RUN("not run");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public TestResult {
    requireNonNull(kind, "kind");
    requireNonNull(state, "state");
    requireNonNull(sentence, "sentence");
    figures = List.copyOf(figures);
    recordings = List.copyOf(recordings);
  }

  /** Returns how many figures are in a state. */
  public int count(Figure.State wanted) {
    return (int) figures.stream().filter(figure -> figure.state() == wanted).count();
  }

  /** Returns how many targets it missed: all of its own when it failed. */
  public int missed(TargetTable targets) {
    return state == State.FAILED
        ? (int) Measure.of(kind).stream().filter(m -> targets.limit(m).isPresent()).count()
        : count(Figure.State.MISSED);
  }

  /** Returns how many targets it met: none when it failed. */
  public int met() {
    return state == State.FAILED ? 0 : count(Figure.State.MET);
  }
}
