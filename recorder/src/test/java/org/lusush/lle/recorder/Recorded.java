// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** What a real recording holds of a piece of work. */
public final class Recorded {

  /** Work that may fail. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  private Recorded() {}

  /** Runs some work while a recording without settings runs, and returns our events in order. */
  public static List<RecordedEvent> during(Work work) throws Exception {
    try (var recording = new Recording()) {
      recording.start();
      work.run();
      recording.stop();
      return read(recording);
    }
  }

  /** Returns the events of one type that a recording holds, in order. */
  public static List<RecordedEvent> of(Recording recording, String type) throws IOException {
    return read(recording).stream()
        .filter(event -> event.getEventType().getName().equals(type))
        .toList();
  }

  private static List<RecordedEvent> read(Recording recording) throws IOException {
    var file = Files.createTempFile("recorded", ".jfr");
    try {
      recording.dump(file);
      return RecordingFile.readAllEvents(file).stream()
          .filter(event -> event.getEventType().getName().startsWith("lle."))
          .sorted((a, b) -> a.getStartTime().compareTo(b.getStartTime()))
          .toList();
    } finally {
      Files.delete(file);
    }
  }
}
