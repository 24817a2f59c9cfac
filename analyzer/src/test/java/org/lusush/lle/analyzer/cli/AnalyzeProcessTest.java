// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code lle analyze --pid} on a JVM that runs. */
final class AnalyzeProcessTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  private int analyze(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(RecordedProcess.class.getName());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("ready");
      var console =
          new Console(
              out, new PrintWriter(err, true), StandardCharsets.UTF_8, false, ZoneOffset.UTC);
      return Lle.run(console, "analyze", "--pid", Long.toString(process.pid()), "--format", "json");
    } finally {
      process.destroy();
    }
  }

  private static List<Path> dumps() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> Files.exists(file.resolve("process-1.jfr"))).toList();
    }
  }

  @Test
  void analyze_processThatRecords_reportsOnItAndLeavesNothing() throws IOException {
    int exit = analyze();

    assertThat(exit).as(err.toString()).isZero();
    var report = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(report.path("keystrokes").path("count").asLong()).isEqualTo(25);
    assertThat(report.path("sources").path(0).path("file").asText()).startsWith("process ");
    assertThat(dumps()).isEmpty();
  }

  @Test
  void analyze_processThatRecordsNothing_saysHowToRecord() throws IOException {
    assertThat(analyze("idle")).isEqualTo(3);

    assertThat(err.toString()).contains("dumped no recording").contains("lle record");
  }

  @Test
  void analyze_fileAndProcess_isWrongUse() {
    var console =
        new Console(out, new PrintWriter(err, true), StandardCharsets.UTF_8, false, ZoneOffset.UTC);

    assertThat(Lle.run(console, "analyze", "--pid", "1", "a.jfr")).isEqualTo(2);
    assertThat(Lle.run(console, "analyze")).isEqualTo(2);
  }
}
