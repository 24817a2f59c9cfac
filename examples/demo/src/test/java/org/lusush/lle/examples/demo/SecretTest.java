// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user types is nowhere but where the user put it. */
final class SecretTest {

  private static final String PASSWORD = "hunter2-Zq9xW";
  private static final String ARGUMENT = "tok-7Yb3kQm1";
  private static final List<Charset> ENCODINGS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  @TempDir Path home;

  @Test
  void typedSecrets_inRecordingReportsAndLogs_areNotThere() throws Exception {
    var outputs = Files.createDirectory(home.resolve("outputs"));
    var recording = outputs.resolve("recording.jfr");
    var history = home.resolve("history");

    try (var shell = LiveShell.start(home)) {
      shell.jcmd("JFR.start", "name=ours", "settings=" + LiveShell.SETTINGS);
      shell.typeUntil("login somebody", "Password:");
      shell.run(PASSWORD);
      shell.run("echo " + ARGUMENT);
      shell.run("/bin/echo " + ARGUMENT);
      shell.run("cat " + ARGUMENT);
      shell.run(ARGUMENT);
      shell.run("ls " + ARGUMENT + "\t");
      shell.run("export TOKEN=" + ARGUMENT);
      shell.jcmd("JFR.dump", "name=ours", "filename=" + recording);
      assertThat(shell.session.screen()).contains("Hello, somebody");
    }
    report(recording, outputs);

    assertThat(outputs.toFile().list()).hasSize(5);
    assertThat(holding(PASSWORD, home)).isEmpty();
    assertThat(holding(ARGUMENT, outputs)).isEmpty();
    assertThat(holding(ARGUMENT, home)).containsOnly(history);
  }

  private static void report(Path recording, Path outputs) throws IOException {
    var lle = "org.lusush.lle.analyzer.cli.Lle";
    var rules = "org.openjdk.jmc.flightrecorder.rules.report.";
    for (var format : List.of("text", "json")) {
      var file = outputs.resolve("report." + format).toString();
      capture(lle, "analyze", "--format", format, "--output", file, recording.toString());
    }
    var text = capture(rules + "JfrRulesReport", recording.toString(), "-verbose");
    Files.writeString(outputs.resolve("rules.xml"), text);
    capture(
        rules + "html.JfrHtmlRulesReport",
        recording.toString(),
        outputs.resolve("rules.html").toString());
  }

  private static String capture(String mainClass, String... arguments) throws IOException {
    var output = Programs.capture(Programs.java(List.of(), mainClass, List.of(arguments)));
    assertThat(output.succeeded()).as(output.text()).isTrue();
    return output.text();
  }

  private static List<Path> holding(String secret, Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, secret)).toList();
    }
  }

  private static boolean holds(Path file, String secret) {
    try {
      var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return ENCODINGS.stream()
          .map(encoding -> new String(secret.getBytes(encoding), StandardCharsets.ISO_8859_1))
          .anyMatch(bytes::contains);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
