// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.agent.shell.CamelShell;

/**
 * {@code lle compare} on a slowness that nobody planted: in JLine 3.19.0 the time that Tab takes
 * grows steeply with the capital letters of the word, where names are completed by their humps; in
 * 3.20.0 that is mended.
 */
final class CompareIT {

  private static final int TIMES = 6;
  private static final String WORD = "VERY_LONG_CAMEL_CASE_VARIABLE.tuc";

  @TempDir private Path home;

  @Test
  void compare_jlineWhoseMatcherIsSlow_namesTheOperationTheSizeAndTheFrames() throws Exception {
    var mended = completing("3.20.0");
    var slow = completing("3.19.0");

    var worse = Cli.run(home, "compare", mended.toString(), slow.toString());
    var report = Cli.run(home, "analyze", slow.toString());

    assertThat(worse.exit()).as(worse.out() + worse.err()).isEqualTo(1);
    assertThat(worse.out()).containsPattern("p50 of completion search went from .* to .*\\(\\+");
    assertThat(report.out()).contains("CompletionMatcherImpl.camelMatch");
  }

  /** Completes a word some times, and returns the recording of it. */
  private Path completing(String version) throws Exception {
    var folder = Files.createDirectory(home.resolve(version));
    var keys = new ArrayList<String>();
    WORD.codePoints().mapToObj(Character::toString).forEach(keys::add);
    keys.add("\t");
    try (var shell = TestShell.jline(folder, version, CamelShell.class, TestShell.AGENT)) {
      shell.awaitObserved();
      for (int i = 0; i < TIMES; i++) {
        shell.press(keys);
        shell.await("oUpperCase");
        shell.press(List.of("\u0015"));
      }
      shell.dump();
      return shell.recording();
    }
  }
}
