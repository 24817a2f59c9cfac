// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lusush.lle.suite.result.Figure;
import org.lusush.lle.suite.shell.ShellException;

/** One test of the suite. */
@FunctionalInterface
interface SuiteTest {

  /**
   * What a test that came to its end has found.
   *
   * @param figures in the order of the measures
   * @param sentence what was done, or why it did not run
   * @param ran whether it ran
   * @param verdict of a comparison
   */
  record Outcome(List<Figure> figures, String sentence, boolean ran, Optional<String> verdict) {
    public Outcome {
      figures = List.copyOf(figures);
    }

    static Outcome of(List<Figure> figures, String sentence) {
      return new Outcome(figures, sentence, true, Optional.empty());
    }
  }

  /**
   * Runs it.
   *
   * @throws ShellException when it failed
   * @throws IOException when nothing can be written
   */
  Outcome run(Workbench bench) throws ShellException, IOException, InterruptedException;
}
