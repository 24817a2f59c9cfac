// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.function.Consumer;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.reader.RecordingReader;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.RecorderConfig;

/**
 * A recorder in this JVM and a recording with our settings, both from before the first operation:
 * what the one has counted and what the other holds are about the same.
 */
final class ObservedJvm implements AutoCloseable {

  final Recording recording;
  final EditorRecorder recorder;

  private ObservedJvm(Recording recording, EditorRecorder recorder) {
    this.recording = recording;
    this.recorder = recorder;
  }

  /**
   * Starts both.
   *
   * @param settings changes the settings of the recording before it starts
   */
  static ObservedJvm start(Consumer<Recording> settings)
      throws IOException, ParseException, InterruptedException {
    // First, since a recorder that starts during a recording must put nothing of its own into it.
    var recording = new Recording(Configuration.create(LiveShell.SETTINGS));
    settings.accept(recording);
    recording.start();
    var recorder = EditorRecorder.start(RecorderConfig.of("observed"));
    recorder.awaitListening();
    return new ObservedJvm(recording, recorder);
  }

  /** Reads a file as {@code lle analyze} does. */
  static org.lusush.lle.analyzer.model.Recording read(Path file) {
    var outcome = RecordingReader.readOne(file);
    assertThat(outcome).isInstanceOf(ReadOutcome.Success.class);
    return ((ReadOutcome.Success) outcome).recording();
  }

  @Override
  public void close() {
    recorder.close();
    recording.close();
  }
}
