// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JMC's own report on recordings of the real shell, plain and slow on purpose. */
final class RulesReportTest {

  private static final String REPORT = "org.openjdk.jmc.flightrecorder.rules.report.JfrRulesReport";

  /** Lines until the JIT has seen the code. */
  private static final int WARM_UP = 20;

  @TempDir Path home;

  @Test
  void keystrokeLatency_plainShell_staysQuiet() throws Exception {
    var report = report("org.lusush.lle.examples.shell.Main", WARM_UP);

    assertThat(severity(report, "Keystroke Latency")).isEqualTo("OK");
    assertThat(report).contains("Rule: Cache Hit Rate", "Rule: Operation Errors");
  }

  @Test
  void keystrokeLatency_shellSlowOnPurpose_fires() throws Exception {
    var report = report("org.lusush.lle.examples.shell.SlowShell", 0);

    assertThat(severity(report, "Keystroke Latency")).isIn("Information", "Warning");
    assertThat(report).contains("over the target of 20", "self-insert");
  }

  private String report(String mainClass, int before) throws Exception {
    var recording = home.resolve("recording.jfr");
    try (var shell = LiveShell.start(home, mainClass)) {
      for (int i = 0; i < before; i++) {
        shell.run("true");
      }
      shell.jcmd("JFR.start", "name=ours", "settings=" + LiveShell.SETTINGS);
      for (int i = 0; i < 7; i++) {
        shell.run("echo one two three");
      }
      shell.jcmd("JFR.dump", "name=ours", "filename=" + recording);
    }
    var output =
        Programs.capture(
            Programs.java(List.of(), REPORT, List.of(recording.toString(), "-format", "text")));
    assertThat(output.succeeded()).as(output.text()).isTrue();
    return output.text();
  }

  private static String severity(String report, String rule) {
    var matcher = Pattern.compile("Rule: " + rule + "\\R\\s*Severity: (\\w+)").matcher(report);
    assertThat(matcher.find()).as(report).isTrue();
    return matcher.group(1);
  }
}
