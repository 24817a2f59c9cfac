// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AttachCommandTest {

  @TempDir private Path directory;

  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"attach", "detach", "record", "top"})
  void run_noSuchProcess_saysSoAndHowToFindOne(String command) {
    assertThat(run(command, "2147483000")).isEqualTo(3);

    assertThat(err)
        .hasToString(
            "lle: there is no process 2147483000; jcmd -l lists the JVMs of this machine\n");
  }

  @Test
  void attach_itself_saysSo() {
    long self = ProcessHandle.current().pid();

    assertThat(run("attach", Long.toString(self))).isEqualTo(3);
    assertThat(err).hasToString("lle: process " + self + " is lle itself\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"attach", "detach", "record", "top"})
  void run_processThatIsNoJvm_saysSoAndLeavesItAlone(String command) throws IOException {
    var process = new ProcessBuilder("sleep", "60").start();
    try {
      assertThat(run(command, Long.toString(process.pid()))).isEqualTo(3);
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly();
    }

    assertThat(err.toString()).contains("is not a JVM").doesNotContain("Exception");
  }

  @Test
  void attach_noNumber_isWrongUse() {
    assertThat(run("attach", "sqlline")).isEqualTo(2);
  }

  @Test
  void record_fileThatExists_isNotOverwritten() throws IOException {
    var file = Files.writeString(directory.resolve("mine.jfr"), "mine");

    assertThat(run("record", "2147483000", "--output", file.toString())).isEqualTo(2);

    assertThat(file).hasContent("mine");
    assertThat(err.toString()).contains("--output would overwrite " + file);
  }

  private int run(String... args) {
    var console =
        new Console(
            OutputStream.nullOutputStream(),
            new PrintWriter(err, true),
            StandardCharsets.UTF_8,
            false,
            ZoneOffset.UTC);
    return Lle.run(console, args);
  }
}
