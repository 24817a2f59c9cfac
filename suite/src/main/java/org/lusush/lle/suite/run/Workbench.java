// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lusush.lle.analyzer.attach.TargetRecording;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.reader.RecordingReader;
import org.lusush.lle.suite.result.Figure;
import org.lusush.lle.suite.result.Measure;
import org.lusush.lle.suite.result.SuiteResult.ShellIdentity;
import org.lusush.lle.suite.result.TestKind;
import org.lusush.lle.suite.shell.Shell;
import org.lusush.lle.suite.shell.ShellException;
import org.lusush.lle.suite.shell.Shells;
import org.lusush.lle.suite.shell.Typist;

/** What the tests work with. Used by one thread, but for {@link #start}. */
final class Workbench {

  private static final String RECORDING = "lle-suite";
  private static final String WARM_UP = "lle-suite-warm-up";

  /** So much of a test is warm-up, before it. */
  private static final int WARM_UP_SHARE = 3;

  /** The first recording of a JVM loads classes; what follows is left to settle. */
  private static final Duration SETTLE = Duration.ofMillis(300);

  private static final Pattern VERSION = Pattern.compile("\\(([0-9][^) ]*)\\)");

  private final Plan plan;
  private final Shells shells;
  private final OutputFolder folder;
  private final Scratch scratch;
  private final Progress progress;
  private ShellIdentity identity = ShellIdentity.UNKNOWN;
  private Optional<Recording> latency = Optional.empty();

  Workbench(Plan plan, Shells shells, OutputFolder folder, Scratch scratch, Progress progress) {
    this.plan = plan;
    this.shells = shells;
    this.folder = folder;
    this.scratch = scratch;
    this.progress = progress;
  }

  Plan plan() {
    return plan;
  }

  OutputFolder folder() {
    return folder;
  }

  void show(TestKind test, String words) {
    progress.show(test.label() + ": " + words);
  }

  /** Starts a shell. */
  Shell start() throws ShellException, InterruptedException {
    return shells.start(plan.tape().prompt());
  }

  void close(Shell shell) {
    shells.close(shell);
  }

  Typist typist(Shell shell) {
    return new Typist(shell, plan.tape());
  }

  /** Types until a time has passed, whole rounds and one at least. */
  void rush(Typist typist, Duration time) throws ShellException, InterruptedException {
    long until = System.nanoTime() + time.toNanos();
    do {
      typist.rush();
    } while (System.nanoTime() - until < 0);
  }

  /**
   * Has a shell recorded from now on, warmed up: with a recording of the same kind before, which
   * nobody keeps.
   */
  TargetRecording recordWarm(Shell shell, TestKind test, int number, Duration warmUp)
      throws ShellException, InterruptedException {
    try {
      var before = shell.record(WARM_UP, scratch.file("warm-up.jfr"));
      rush(typist(shell), warmUp);
      var recording = shell.record(RECORDING, folder.recording(test, number));
      Shell.stop(before);
      Thread.sleep(SETTLE.toMillis());
      return recording;
    } catch (IOException e) {
      throw new ShellException("there is no room for temporary files");
    }
  }

  TargetRecording recordWarm(Shell shell, TestKind test, int number)
      throws ShellException, InterruptedException {
    return recordWarm(shell, test, number, plan.duration().dividedBy(WARM_UP_SHARE));
  }

  /** Returns a recording of a test that is over. */
  Recording read(TestKind test, int number) throws ShellException {
    return Recording.merged(read(List.of(folder.recording(test, number))));
  }

  /** Returns recordings of which each is a run. */
  List<Recording> read(List<Path> files) throws ShellException {
    List<Recording> recordings = new ArrayList<>();
    for (ReadOutcome outcome : RecordingReader.readAll(files)) {
      if (outcome instanceof ReadOutcome.Success success) {
        recordings.add(success.recording());
        if (Path.of(success.file()).startsWith(folder.path())) {
          identify(success.recording());
        }
      } else if (outcome instanceof ReadOutcome.Failure failure) {
        throw new ShellException(
            "the recording "
                + Printable.of(failure.file())
                + " could not be read: "
                + failure.problem().sentence());
      }
    }
    return recordings;
  }

  private void identify(Recording recording) {
    for (var source : recording.sources()) {
      if (identity.equals(ShellIdentity.UNKNOWN) && source.session().isPresent()) {
        var session = source.session().get();
        identity =
            new ShellIdentity(
                Printable.of(session.shell()),
                Printable.of(session.editor()),
                source.jvm().map(jvm -> version(jvm.version())).orElse(""));
      }
    }
  }

  /** Returns the version alone of all that a JVM says of itself. */
  private static String version(String jvm) {
    var matcher = VERSION.matcher(jvm);
    return "JDK " + Printable.of(matcher.find() ? matcher.group(1) : jvm);
  }

  ShellIdentity identity() {
    return identity;
  }

  /** Returns what the latency test has recorded, if it was run. */
  Optional<Recording> latency() {
    return latency;
  }

  void keepLatency(Recording recording) {
    latency = Optional.of(recording);
  }

  Figure figure(Measure measure, double value) {
    return figure(measure, value, "");
  }

  Figure figure(Measure measure, double value, String note) {
    return new Figure(measure, Optional.of(value), plan.targets().limit(measure), note);
  }

  Figure missing(Measure measure, String why) {
    return new Figure(measure, Optional.empty(), plan.targets().limit(measure), why);
  }
}
