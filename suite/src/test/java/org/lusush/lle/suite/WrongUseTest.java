// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WrongUseTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--tests=latency,memry | 'memry'",
        "--iterations=0 | --iterations must be over 0, was 0",
        "--concurrency=-1 | --concurrency must be over 0, was -1",
        "--tests=latency,memoyr | there is no test memoyr; did you mean memory?",
        "--duration=0 | --duration must be over 0",
        "--rate=0 | --rate must be over 0 and at most 1000, was 0.0",
        "--target=latency.p98=20ms | there is no figure latency.p98; did you mean latency.p99?",
        "--target=latency.p99=20 | the target of latency.p99 is a duration such as 500us, 20ms or 1s, or none, not '20'",
        "--target=cpu.busy | the target of cpu.busy is a percentage such as 0.1%, or none, not ''",
        "--tape=no-such.tape | there is no tape to be read at no-such.tape",
        "--baseline=no-such-folder | --baseline takes the folder of an earlier run; no-such-folder has no suite.json",
        "--quikc | Unknown option: '--quikc'",
      })
  void run_wrongUse_isSaidInOneSentence(String argument, String problem) {
    var run = Cli.run(List.of(argument, "--output=" + folder.resolve("out"), "--", "true"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("lle: ").contains(problem).hasLineCount(1);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void run_intoAFolderOfSomebodyElse_leavesItAsItWas() throws Exception {
    var file = Files.writeString(folder.resolve("latency-1.jfr"), "mine");

    var run = Cli.run(List.of("--output=" + folder, "--", "true"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("is there already and not of an earlier run");
    assertThat(file).hasContent("mine");
  }

  @Test
  void run_intoTheBaseline_isRefused() throws Exception {
    Files.writeString(folder.resolve("suite.json"), "{}");

    var run = Cli.run(List.of("--baseline=" + folder, "--output=" + folder + "/.", "--", "true"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--output would overwrite the baseline");
    assertThat(folder.resolve("suite.json")).exists();
  }

  @Test
  void run_withoutAShell_saysHowToNameOne() {
    var run = Cli.run(List.of("--output=" + folder.resolve("out")));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("name the shell behind --");
  }

  @Test
  void run_aProgramThatIsNoShell_failsEveryTestAndSaysWhy() {
    var run =
        Cli.run(
            List.of(
                "--tests=throughput,memory",
                "--output=" + folder.resolve("out"),
                "--",
                "sh",
                "-c",
                "printf 'me> '; read line"));

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out())
        .contains("score 0 of 100  0 tests passed, 2 failed, 0 not run")
        .contains("0 targets met, 4 missed")
        .contains("the shell runs on no JVM that can be entered");
  }

  @Test
  void run_aProgramThatIsNotThere_saysWhich() {
    var run =
        Cli.run(
            List.of("--tests=memory", "--output=" + folder.resolve("out"), "--", "no-such-shell"));

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("no-such-shell could not be started");
  }

  @Test
  void help_namesEveryOptionAndExitCode() {
    var run = Cli.run(List.of("--help"));

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("--tape", "--baseline", "Exit codes:", "latency, throughput");
  }
}
