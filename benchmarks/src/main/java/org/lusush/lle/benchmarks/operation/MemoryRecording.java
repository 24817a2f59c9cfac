// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/**
 * A recording of one type of event, whatever its duration, in memory: no disk's speed is measured.
 *
 * <p>For one thread. It knows whether it got any event, so that an event that was off by mistake is
 * not measured as one that was on.
 */
final class MemoryRecording implements AutoCloseable {

  private static final int ATTEMPTS = 100;

  private final String type;
  private final Recording recording = new Recording();

  private MemoryRecording(String type) {
    this.type = type;
    recording.setToDisk(false);
  }

  /** Starts to record a type. */
  static MemoryRecording of(String type) {
    var started = new MemoryRecording(type);
    started.recording.enable(type).withoutThreshold().withoutStackTrace();
    started.recording.start();
    return started;
  }

  /** Starts a recording that has no event of the type. */
  static MemoryRecording without(String type) {
    var started = new MemoryRecording(type);
    started.recording.disable(type);
    started.recording.start();
    return started;
  }

  /**
   * Does some work again and again until an event of it is recorded.
   *
   * @throws IllegalStateException when none comes
   */
  void await(Runnable work) {
    for (int i = 0; i < ATTEMPTS; i++) {
      work.run();
      if (hasEvents()) {
        return;
      }
    }
    throw new IllegalStateException("no " + type + " was recorded, so its cost cannot be measured");
  }

  /** Returns whether an event of the type was recorded. */
  boolean hasEvents() {
    try {
      var file = Files.createTempFile("lle-benchmarks", ".jfr");
      try {
        recording.dump(file);
        return hasEvents(new RecordingFile(file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean hasEvents(RecordingFile file) throws IOException {
    try (file) {
      while (file.hasMoreEvents()) {
        if (file.readEvent().getEventType().getName().equals(type)) {
          return true;
        }
      }
      return false;
    }
  }

  @Override
  public void close() {
    recording.close();
  }
}
