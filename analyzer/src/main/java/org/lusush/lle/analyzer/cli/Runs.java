// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.reader.RecordingReader;
import org.lusush.lle.analyzer.reader.history.HistoryRuns;
import org.lusush.lle.analyzer.reader.history.Processes;
import org.lusush.lle.analyzer.regression.Nights;
import org.lusush.lle.history.HistoryException;
import org.lusush.lle.history.HistoryReader;

/**
 * What a verdict is on: recordings, from files and from the directories and archives that hold
 * them, and what the histories in directories hold of one day.
 *
 * @param files that were looked at
 * @param recordings of those that could be read, each a run
 * @param histories the runs of shells on the day, of the histories
 * @param date the day that they are of
 * @param isComplete whether everything could be read
 */
record Runs(
    List<Path> files,
    List<Recording> recordings,
    List<Recording> histories,
    LocalDate date,
    boolean isComplete) {

  /**
   * Which day of a history is meant: a day, if one is named; else that of the recordings, if there
   * are any; else the last one.
   *
   * @param before the first day that is too late, if there is one
   */
  record Day(Optional<LocalDate> named, Optional<LocalDate> before) {

    static final Day LAST = new Day(Optional.empty(), Optional.empty());
  }

  Runs {
    files = List.copyOf(files);
    recordings = List.copyOf(recordings);
    histories = List.copyOf(histories);
  }

  /** Reads all of them, and says of each that cannot be read why. */
  static Runs read(Collection<Path> paths, Day day, Console console) {
    List<Path> directories = paths.stream().filter(HistoryReader::holdsHistories).toList();
    List<Path> files = RecordingReader.files(paths);
    List<Recording> recordings = new ArrayList<>();
    boolean complete = true;
    List<Path> toRead = files.stream().filter(file -> !directories.contains(file)).toList();
    for (ReadOutcome outcome : RecordingReader.readAll(toRead)) {
      if (outcome instanceof ReadOutcome.Success success) {
        recordings.add(success.recording());
      } else if (outcome instanceof ReadOutcome.Failure failure) {
        console.say(Printable.of(failure.file()) + ": " + failure.problem().sentence());
        complete = false;
      }
    }
    List<Path> all = Stream.concat(files.stream(), directories.stream()).distinct().toList();
    try {
      LocalDate date = date(recordings, directories, day, console);
      List<Recording> histories = histories(recordings, directories, date, console);
      return new Runs(all, recordings, histories, date, complete);
    } catch (HistoryException e) {
      console.say(Printable.safe(e.sentence()));
      LocalDate date = day.named.orElseGet(() -> Nights.date(recordings, console.zone()));
      return new Runs(all, recordings, List.of(), date, false);
    }
  }

  private static LocalDate date(
      List<Recording> recordings, List<Path> directories, Day day, Console console)
      throws HistoryException {
    if (day.named.isPresent() || !recordings.isEmpty()) {
      return day.named.orElseGet(() -> Nights.date(recordings, console.zone()));
    }
    Optional<LocalDate> last = Optional.empty();
    for (Path directory : directories) {
      last =
          Stream.concat(
                  last.stream(),
                  HistoryRuns.lastDay(directory, day.before, console.zone()).stream())
              .max(Comparator.naturalOrder());
    }
    return last.orElse(LocalDate.EPOCH);
  }

  private static List<Recording> histories(
      List<Recording> recordings, List<Path> directories, LocalDate date, Console console)
      throws HistoryException {
    List<Recording> found = new ArrayList<>();
    for (Path directory : directories) {
      List<Recording> runs = HistoryRuns.of(directory, date, console.zone());
      if (runs.isEmpty()) {
        String when = date.equals(LocalDate.EPOCH) ? "" : " of " + date;
        console.say(Printable.of(directory.toString()) + ": the histories hold nothing" + when);
      }
      found.addAll(runs);
    }
    Processes processes = Processes.once(recordings, found);
    processes.sentences().forEach(console::say);
    return processes.histories();
  }

  boolean isEmpty() {
    return recordings.isEmpty() && histories.isEmpty();
  }

  /** Returns what is kept of them as a night; they are not empty. */
  Night night() {
    return Nights.of(date, recordings, histories);
  }
}
