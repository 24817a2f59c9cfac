// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.TestRecordings;

final class LleProcessTest {

  @TempDir Path directory;

  private int exit(Path out, Path err, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Lle.class.getName()));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void main_recordingAndLimit_saysNothingButReportAndFinding() throws Exception {
    Path file = TestRecordings.typing(directory.resolve("typing.jfr"), 50);
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");

    int exit = exit(out, err, "analyze", "--max-p99", "1us", file.toString());

    assertThat(exit).isEqualTo(1);
    assertThat(Files.readString(out, StandardCharsets.ISO_8859_1))
        .startsWith("LLE Flight report")
        .doesNotContain("\u001B");
    assertThat(Files.readString(err, StandardCharsets.ISO_8859_1).lines()).hasSize(1);
  }
}
