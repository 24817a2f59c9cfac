// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that jcmd starts on a shell that is already running. */
final class LiveRecordingTest {

  private static final String[] OURS = {
    "lle.Keystroke",
    "lle.Operation",
    "lle.CacheLookup",
    "lle.PoolAllocation",
    "lle.OperationStatistics",
    "lle.Session"
  };

  @TempDir Path home;

  @Test
  void jfrStart_anySettings_haveAllOurEventsAndEveryKeystroke() throws Exception {
    var plain = home.resolve("plain.jfr");
    var standard = home.resolve("standard.jfr");
    var ours = home.resolve("ours.jfr");
    long typed;

    try (var shell = LiveShell.start(home)) {
      shell.run("pwd");
      shell.jcmd("JFR.start", "name=plain");
      shell.jcmd("JFR.start", "name=standard", "settings=default");
      shell.jcmd("JFR.start", "name=ours", "settings=" + LiveShell.SETTINGS);
      long before = shell.session.typed();
      shell.run("ls -l /");
      shell.run("echo \"some words\" | cat");
      shell.run("ec\u001bOC");
      typed = shell.session.typed() - before - 2; // the arrow was typed as three characters
      shell.session.pause(Duration.ofMillis(1_200)); // statistics come every second
      shell.jcmd("JFR.dump", "name=plain", "filename=" + plain);
      shell.jcmd("JFR.dump", "name=standard", "filename=" + standard);
      shell.jcmd("JFR.dump", "name=ours", "filename=" + ours);
    }

    for (var recording : List.of(plain, standard, ours)) {
      var counts = counts(recording);
      assertThat(counts).as("of %s", recording.getFileName()).containsKeys(OURS);
      assertThat(counts.get("lle.Keystroke"))
          .as("keystrokes of %s", recording.getFileName())
          .isEqualTo(typed);
    }
  }

  @Test
  void jfrTool_onOurEvents_printsThemByCategory() throws Exception {
    var recording = home.resolve("recording.jfr");
    try (var shell = LiveShell.start(home)) {
      shell.jcmd("JFR.start", "name=ours", "settings=" + LiveShell.SETTINGS);
      shell.run("pwd");
      shell.jcmd("JFR.dump", "name=ours", "filename=" + recording);
    }

    var jfr = Path.of(System.getProperty("java.home"), "bin", "jfr").toString();
    var printed =
        Programs.capture(
            List.of(jfr, "print", "--categories", "Line Editor", recording.toString()));

    assertThat(printed.text())
        .contains("lle.Keystroke {", "widget = \"accept-line\"", "inputTime = ", "lle.Session {")
        .doesNotContain("jdk.");
  }

  private static Map<String, Long> counts(Path recording) throws IOException {
    return RecordingFile.readAllEvents(recording).stream()
        .map(RecordedEvent::getEventType)
        .collect(groupingBy(type -> type.getName(), counting()));
  }
}
