// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.regression.Judge;
import org.lusush.lle.analyzer.store.NightStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lle nightly}: keeps the figures of a night, and judges it by those before. */
@Command(
    name = "nightly",
    description = {
      "Judges a night's recordings and histories by the nights before, by a baseline, or by both.",
      "The store holds one JSON file a night, which can be read, and kept in git."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing got worse: pass or improvement",
      "1:something got worse: regression",
      "2:the command line is wrong",
      "3:a recording or the store could not be read or written",
      "5:inconclusive: too few comparable nights, or recordings that do not allow a verdict"
    })
final class NightlyCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "the night's recordings, directories or zip archives of them, or directories of"
              + " histories; without any, a night that is in the store is judged again")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--store", paramLabel = "DIR", description = "where the nights' results are kept")
  private Optional<Path> store = Optional.empty();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "recordings, or directories of them, to compare the night with; of histories, the last"
              + " day before the night")
  private List<Path> baseline = new ArrayList<>();

  @Option(
      names = "--night",
      paramLabel = "DATE",
      description =
          "the night's date, such as 2026-11-27, if it is not that of the recordings; of"
              + " histories, the day, if it is not their last")
  private Optional<LocalDate> night = Optional.empty();

  @Mixin private VerdictOptions verdict = new VerdictOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Console console;

  NightlyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    checkUse();
    Runs tonight = Runs.read(files, new Runs.Day(night, Optional.empty()), console);
    Runs reference = Runs.read(baseline, before(tonight), console);
    verdict.checkAgainst(spec, console, tonight, reference);
    if (tonight.isEmpty() != files.isEmpty() || reference.isEmpty() != baseline.isEmpty()) {
      return ExitCode.UNREADABLE;
    }
    try {
      return verdict.write(judge(tonight, reference), console, tonight, reference);
    } catch (IOException e) {
      String reason = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
      console.say("the store cannot be used: " + Printable.of(reason));
      return ExitCode.UNREADABLE;
    }
  }

  /** A history that the night itself is in is a baseline by the day before it. */
  private Runs.Day before(Runs tonight) {
    Optional<LocalDate> date = files.isEmpty() ? night : Optional.of(tonight.date());
    return new Runs.Day(Optional.empty(), date);
  }

  private void checkUse() {
    if (store.isEmpty() && baseline.isEmpty()) {
      throw wrong("name a --store of earlier nights, a --baseline, or both");
    }
    if (files.isEmpty() && store.isEmpty()) {
      throw wrong("name the night's recordings");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Judgement judge(Runs tonight, Runs reference) throws IOException {
    List<Night> nights = new ArrayList<>();
    if (store.isPresent()) {
      NightStore.Content content = new NightStore(store.get()).read();
      content.leftOut().forEach(console::say);
      nights.addAll(content.nights());
    }
    Night judged = files.isEmpty() ? kept(nights) : taken(tonight);
    nights.removeIf(other -> !other.date().isBefore(judged.date()));
    nights.add(judged);
    return Judge.judge(
        nights, reference.isEmpty() ? Optional.empty() : Optional.of(reference.night()));
  }

  /** Returns a night that is in the store. */
  private Night kept(List<Night> nights) {
    return nights.stream()
        .filter(other -> night.isEmpty() || other.date().equals(night.get()))
        .reduce((earlier, later) -> later)
        .orElseThrow(
            () ->
                wrong(
                    night.isEmpty()
                        ? "the store holds no night; name the night's recordings"
                        : "the store holds no night of " + night.get()));
  }

  /** Takes the recordings in, and puts them into the store if there is one. */
  private Night taken(Runs tonight) throws IOException {
    Night taken = tonight.night();
    if (store.isPresent()) {
      boolean replaced = new NightStore(store.get()).write(taken);
      console.say(
          "the night of %s %s %s"
              .formatted(
                  taken.date(),
                  replaced ? "takes the place of its earlier entry in" : "is added to",
                  Printable.of(store.get().toString())));
    }
    return taken;
  }
}
