// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.reader.RecordingReader;

/**
 * Recordings of which each is a run, from files and from the directories and archives that hold
 * them.
 *
 * @param files that were looked at
 * @param recordings of those that could be read
 * @param isComplete whether everything could be read
 */
record Runs(List<Path> files, List<Recording> recordings, boolean isComplete) {

  Runs {
    files = List.copyOf(files);
    recordings = List.copyOf(recordings);
  }

  /** Reads all of them, and says of each that cannot be read why. */
  static Runs read(Collection<Path> paths, Console console) {
    List<Path> files = RecordingReader.files(paths);
    List<Recording> recordings = new ArrayList<>();
    boolean complete = true;
    for (ReadOutcome outcome : RecordingReader.readAll(files)) {
      if (outcome instanceof ReadOutcome.Success success) {
        recordings.add(success.recording());
      } else if (outcome instanceof ReadOutcome.Failure failure) {
        console.say(Printable.of(failure.file()) + ": " + failure.problem().sentence());
        complete = false;
      }
    }
    return new Runs(files, recordings, complete);
  }
}
