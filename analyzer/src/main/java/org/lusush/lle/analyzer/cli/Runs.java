// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.reader.RecordingReader;

/**
 * Recordings of which each is a run, from files and from the directories that hold them.
 *
 * @param files that were looked at
 * @param recordings of those that could be read
 * @param isComplete whether everything that was named could be read
 */
record Runs(List<Path> files, List<Recording> recordings, boolean isComplete) {

  private static final String SUFFIX = ".jfr";
  private static final int DEPTH = 4;

  Runs {
    files = List.copyOf(files);
    recordings = List.copyOf(recordings);
  }

  /** Reads all of them, and says of each that cannot be read why. */
  static Runs read(Collection<Path> paths, Console console) {
    List<Path> files = new ArrayList<>();
    boolean whole = true;
    for (Path path : paths) {
      whole &= expand(path, files, console);
    }
    List<Recording> recordings = new ArrayList<>();
    for (ReadOutcome outcome : RecordingReader.readAll(files)) {
      if (outcome instanceof ReadOutcome.Success success) {
        recordings.add(success.recording());
      } else if (outcome instanceof ReadOutcome.Failure failure) {
        console.say(Printable.of(failure.file()) + ": " + failure.problem().sentence());
      }
    }
    return new Runs(files, recordings, whole && recordings.size() == files.size());
  }

  private static boolean expand(Path path, List<Path> files, Console console) {
    if (!Files.isDirectory(path)) {
      files.add(path);
      return true;
    }
    try (Stream<Path> inside = Files.walk(path, DEPTH)) {
      List<Path> found =
          inside
              .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      files.addAll(found);
      if (!found.isEmpty()) {
        return true;
      }
      console.say(
          Printable.of(path.toString()) + ": the directory holds no recording (" + SUFFIX + ")");
    } catch (IOException | UncheckedIOException e) {
      console.say(Printable.of(path.toString()) + ": the directory cannot be read");
    }
    return false;
  }
}
