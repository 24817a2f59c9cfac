// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.reader.RecordingReader;
import org.lusush.lle.analyzer.regression.Judge;
import org.lusush.lle.analyzer.regression.Nights;
import org.lusush.lle.analyzer.store.NightStore;

/**
 * Nights of an automated run: each starts the example shell in a JVM of its own, types the same
 * session on it, and keeps the figures of the recording. From one night on the shell's completer is
 * slower; each night is judged by those before it.
 */
final class NightsDemo {

  private static final int FEWEST = 8;
  private static final int MOST = 60;
  private static final int SLOW_MILLIS = 25;
  private static final String ANALYZER = "org.lusush.lle.analyzer.cli.Lle";

  /** What the analyzer ends with when it found a regression. */
  private static final int REGRESSION = 1;

  private final Path settings;
  private final Workspace workspace;
  private final int count;
  private final List<Night> nights = new ArrayList<>();

  NightsDemo(Path settings, Workspace workspace, int count) {
    this.settings = settings;
    this.workspace = workspace;
    this.count = count;
  }

  /** Returns a number of nights in which a change can be found. */
  static int count(String argument) throws DemoException {
    try {
      int count = Integer.parseInt(argument);
      if (count >= FEWEST && count <= MOST) {
        return count;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new DemoException(
        "--nights takes a number from %d to %d, not '%s'".formatted(FEWEST, MOST, argument));
  }

  void run() throws IOException, InterruptedException, DemoException {
    LocalDate last = LocalDate.now(ZoneId.systemDefault());
    LocalDate first = last.minusDays(count - 1L);
    LocalDate slower = first.plusDays(count * 2L / 3);
    say(
        "%d nights, a session on the example shell in each, some seconds long; from %s on, its completer waits %d ms."
            .formatted(count, slower, SLOW_MILLIS));
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      record(date, date.isBefore(slower) ? 0 : SLOW_MILLIS);
      keep(date);
    }
    say("\n  lle nightly --store " + workspace.store() + "\n");
    int status =
        Programs.inherit(
            Programs.java(
                List.of(), ANALYZER, List.of("nightly", "--store", workspace.store().toString())));
    if (status != REGRESSION) {
      throw new DemoException("the verdict should be a regression, but lle ended with " + status);
    }
    say("\nFiles:");
    say("  " + workspace.store() + "   a file for each night");
    say("  " + workspace.folder().resolve("nights") + "  their recordings");
  }

  private void record(LocalDate date, int slowMillis)
      throws IOException, InterruptedException, DemoException {
    Path recording = workspace.recordingOf(date);
    Files.createDirectories(recording.getParent());
    workspace.renewHistory();
    NightSession.run(workspace.home(), settings, recording, slowMillis, NightSession.ROUNDS);
  }

  private void keep(LocalDate date) throws IOException, DemoException {
    Path recording = workspace.recordingOf(date);
    ReadOutcome outcome = RecordingReader.readOne(recording);
    if (outcome instanceof ReadOutcome.Failure failure) {
      throw new DemoException(recording + ": " + failure.problem().sentence());
    }
    if (outcome instanceof ReadOutcome.Success success) {
      Night night = Nights.of(date, List.of(success.recording()));
      new NightStore(workspace.store()).write(night);
      nights.add(night);
      Judgement judgement = Judge.judge(nights, Optional.empty());
      say("  %s  %s".formatted(date, told(judgement)));
    }
  }

  private static String told(Judgement judgement) {
    List<Comparison> worse = judgement.found(Finding.WORSE);
    List<Comparison> suspected = judgement.found(Finding.SUSPECTED_WORSE);
    String about =
        !judgement.reasons().isEmpty()
            ? "  " + judgement.reasons().get(0)
            : !worse.isEmpty()
                ? "  in " + names(worse)
                : suspected.isEmpty() ? "" : "  suspected: " + names(suspected);
    return judgement.verdict().label() + about;
  }

  private static String names(List<Comparison> comparisons) {
    String all =
        String.join(", ", comparisons.stream().map(Comparison::subject).distinct().toList());
    return all.length() <= 70 ? all : all.substring(0, 69) + "…";
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
