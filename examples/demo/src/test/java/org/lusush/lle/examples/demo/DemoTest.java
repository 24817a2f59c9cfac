// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as a user runs it, and what it leaves behind. */
final class DemoTest {

  @TempDir Path folder;

  @Test
  void demo_fromEndToEnd_reportsEveryStageAndEveryKey() throws Exception {
    var workspace = new Workspace(folder.resolve("demo"));

    var output =
        Programs.capture(
            Programs.java(
                List.of("-Dlle.demo.hurried=true"),
                Demo.class.getName(),
                List.of(LiveShell.SETTINGS.toString(), workspace.folder().toString())));

    assertThat(output.succeeded()).as(output.text()).isTrue();
    assertThat(output.text()).contains("SCORE", "KEYSTROKES", "Rule: Keystroke Latency");
    assertThat(List.of(workspace.recording(), workspace.reportJson(), workspace.rulesHtml()))
        .allSatisfy(file -> assertThat(file).isNotEmptyFile());
    assertThat(Files.readString(workspace.reportText()))
        .contains(
            "terminal input",
            "terminal output",
            "buffer insert",
            "buffer delete",
            "event processing",
            "event dispatch",
            "display render",
            "display update",
            "history search",
            "history add",
            "completion search",
            "completion generate",
            "syntax highlight",
            "autosuggestion",
            "cache lookup",
            "cache insert",
            "memory allocate",
            "existing paths",
            "line builders");
    var typed = Pattern.compile("(\\d+) keys typed while recording").matcher(output.text());
    assertThat(typed.find()).isTrue();
    assertThat(Files.readString(workspace.reportJson()).replace(" ", ""))
        .contains("\"count\":" + typed.group(1) + ",");
  }
}
