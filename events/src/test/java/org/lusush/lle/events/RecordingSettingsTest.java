// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jdk.jfr.Configuration;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings files, as the JVM reads them. */
final class RecordingSettingsTest {

  private static final List<String> MAY_HOLD_TYPED_TEXT =
      List.of(
          "jdk.ProcessStart",
          "jdk.SystemProcess",
          "jdk.InitialEnvironmentVariable",
          "jdk.JavaExceptionThrow",
          "jdk.JavaErrorThrow",
          "jdk.FileRead",
          "jdk.FileWrite",
          "jdk.FileForce",
          "jdk.SocketRead",
          "jdk.SocketWrite");

  @ParameterizedTest
  @ValueSource(strings = {"lle.jfc", "lle-detail.jfc"})
  void settings_ourEvents_areAllEnabledWithoutThreshold(String file) throws Exception {
    Map<String, String> settings = read(file).getSettings();

    assertThat(EventTypes.ALL)
        .extracting(type -> type.getAnnotation(Name.class).value())
        .allSatisfy(
            name -> {
              assertThat(settings).containsEntry(name + "#enabled", "true");
              assertThat(settings.getOrDefault(name + "#threshold", "0 ns")).isEqualTo("0 ns");
            });
  }

  @Test
  void settings_lle_switchesOffWhatMayHoldTypedText() throws Exception {
    var settings = read("lle.jfc").getSettings();

    assertThat(MAY_HOLD_TYPED_TEXT)
        .allSatisfy(name -> assertThat(settings).containsEntry(name + "#enabled", "false"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lle.jfc", "lle-detail.jfc"})
  void settings_methodTiming_isOfNoMethodUntilSomebodyNamesOne(String file) throws Exception {
    assertThat(read(file).getSettings())
        .containsEntry("jdk.MethodTiming#enabled", "true")
        .containsEntry("jdk.MethodTiming#filter", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lle.jfc", "lle-detail.jfc"})
  void settings_inARecording_recordOurEventsAndTheJvms(String file, @TempDir Path folder)
      throws Exception {
    var dump = folder.resolve("recording.jfr");

    try (var recording = new Recording(read(file))) {
      recording.start();
      var event = new OperationEvent();
      event.begin();
      event.operation = OperationType.HISTORY_SEARCH.label();
      event.commit();
      System.gc();
      recording.stop();
      recording.dump(dump);
    }

    var names =
        RecordingFile.readAllEvents(dump).stream()
            .map(RecordedEvent::getEventType)
            .map(type -> type.getName())
            .toList();
    assertThat(names).contains("lle.Operation", "jdk.GCPhasePause", "jdk.JVMInformation");
    assertThat(names).doesNotContain("jdk.InitialEnvironmentVariable", "jdk.SystemProcess");
  }

  private static Configuration read(String file) throws Exception {
    try (Reader reader =
        new InputStreamReader(
            RecordingSettingsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      return Configuration.create(reader);
    }
  }
}
