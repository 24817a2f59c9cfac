// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.analyzer.TestRecordings;
import org.lusush.lle.analyzer.report.JsonSchemaTest;

/** Formats, explanations, completion, manual pages and mistyped names of the command line. */
final class NicetiesTest {

  @TempDir static Path folder;

  private static String typing;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void record() throws IOException {
    typing = TestRecordings.typing(folder.resolve("typing.jfr"), 50).toString();
  }

  private int run(String... args) {
    var console =
        new Console(out, new PrintWriter(err, true), StandardCharsets.UTF_8, false, ZoneOffset.UTC);
    return Lle.run(console, args);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void analyze_html_writesThePageAndNothingElse() throws IOException {
    Path page = folder.resolve("report.html");

    assertThat(run("analyze", "--html", page.toString(), typing)).isZero();

    assertThat(out()).isEmpty();
    assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("id=\"timeline\"");
  }

  @Test
  void analyze_htmlBesideAFormat_writesBoth() {
    Path page = folder.resolve("both.html");

    assertThat(run("analyze", "--html", page.toString(), "--format", "text", typing)).isZero();

    assertThat(out()).contains("SCORE", "KEYSTROKES");
    assertThat(page).exists();
  }

  @Test
  void analyze_htmlOverARecording_isRefused() {
    assertThat(run("analyze", "--html", typing, typing)).isEqualTo(2);

    assertThat(err.toString()).contains("--html would overwrite a recording");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "html|<!DOCTYPE html>",
        "markdown|## LLE Flight: score",
        "csv|table,item,field,value",
        "junit|<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
      })
  void analyze_anyFormat_isWritten(String format, String start) {
    assertThat(run("analyze", "--format", format, typing)).isZero();

    assertThat(out()).startsWith(start);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void analyze_realRecordingAsJson_isAsTheSchemaSays() throws IOException {
    assertThat(run("analyze", "--format", "json", typing)).isZero();

    assertThat(JsonSchemaTest.faults(out())).isEmpty();
  }

  @Test
  void analyze_junitWithABrokenLimit_failsThere() {
    assertThat(run("analyze", "--format", "junit", "--max-p99", "1ns", typing)).isEqualTo(1);

    assertThat(out()).contains("failures=\"1\"", "name=\"keystroke p99\"", "is over the limit of");
  }

  @Test
  void explain_operationAndRecording_saysWhatItIsAndWhatWasRecorded() {
    assertThat(run("explain", "completion-search", "--recording", typing)).isZero();

    assertThat(out())
        .contains("What fits what was typed", "WHAT IT IS HELD TO", "IN THIS RECORDING", "p99");
    assertThat(out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void explain_mistyped_saysWhatMayBeMeant() {
    assertThat(run("explain", "complet-serch")).isEqualTo(2);

    assertThat(err.toString().strip())
        .endsWith("there is no operation 'complet-serch'; did you mean completion search?");
  }

  @Test
  void explain_unreadableRecording_saysWhy() {
    assertThat(run("explain", "keystroke", "--recording", "gone.jfr")).isEqualTo(3);

    assertThat(err.toString()).contains("gone.jfr: there is no such file");
  }

  @ParameterizedTest
  @CsvSource({"analize, lle analyze", "shel, lle shell", "explian, lle explain"})
  void command_mistyped_saysWhatMayBeMeant(String command, String meant) {
    assertThat(run(command)).isEqualTo(2);

    assertThat(err.toString()).contains("Did you mean", meant);
  }

  @Test
  void option_mistyped_saysWhatMayBeMeant() {
    assertThat(run("analyze", "--formt", "json", typing)).isEqualTo(2);

    assertThat(err.toString()).contains("--format");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "shell", "suite", "bench", "settings"})
  void command_ofTheLauncher_saysWhoRunsIt(String command) {
    assertThat(run(command, "--something", "else")).isEqualTo(2);

    assertThat(err.toString()).contains("is run by the launcher");
  }

  @Test
  void generateCompletion_isAScriptThatKnowsCommandsFormatsAndOperations() {
    assertThat(run("generate-completion")).isZero();

    assertThat(out())
        .startsWith("#!/usr/bin/env bash")
        .contains("analyze", "demo", "--html", "\"markdown\"", "\"completion-search\"");
  }

  @Test
  void generateMan_writesAPageForEachCommand() throws IOException {
    Path pages = folder.resolve("man1");

    assertThat(run("generate-man", pages.toString())).isZero();

    try (Stream<Path> files = Files.list(pages)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertThat(names).contains("lle.1", "lle-analyze.1", "lle-explain.1", "lle-demo.1");
    }
    assertThat(Files.readString(pages.resolve("lle-analyze.1")))
        .startsWith(".TH \"LLE\\-ANALYZE\" 1")
        .contains(".SH OPTIONS", "\\-\\-format=FORMAT", "text, json, html", ".SH EXIT STATUS")
        .doesNotContain("${", "@|");
  }
}
