// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit.observed;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.lusush.lle.testkit.Keystroke;
import org.lusush.lle.testkit.PtySession;
import org.lusush.lle.testkit.PtyTerminal;
import org.lusush.lle.testkit.Script;
import org.lusush.lle.testkit.TypedTerminal;
import org.lusush.lle.testkit.jline.ScriptedTerminal;

/** What was typed on {@link ObservedShell}, and what its recording says was. */
record Observed(List<Keystroke> typed, String screen, List<RecordedEvent> events) {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Somebody at work on a terminal. */
  @FunctionalInterface
  interface Work {
    void on(TypedTerminal terminal) throws Exception;
  }

  /** A terminal to work on. */
  enum On {
    /** In this process. */
    SCRIPTED {
      @Override
      Observed run(Path directory, Set<ObservedShell.Trait> traits, Work work) throws Exception {
        var file = directory.resolve("observed.jfr");
        try (var terminal = ScriptedTerminal.open()) {
          var shell =
              CompletableFuture.runAsync(
                  () -> {
                    try {
                      ObservedShell.run(terminal.terminal(), file, traits);
                    } catch (IOException | InterruptedException e) {
                      throw new CompletionException(e);
                    }
                  });
          work(terminal, work);
          shell.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
          return read(terminal, file);
        }
      }
    },
    /** In a process of its own, on a pseudo-terminal. */
    PTY {
      @Override
      Observed run(Path directory, Set<ObservedShell.Trait> traits, Work work) throws Exception {
        return inProcess(directory, traits, classPath(), work);
      }
    };

    abstract Observed run(Path directory, Set<ObservedShell.Trait> traits, Work work)
        throws Exception;
  }

  /** Works on the program in a process of its own, with a class path. */
  static Observed inProcess(
      Path directory, Set<ObservedShell.Trait> traits, List<String> classPath, Work work)
      throws Exception {
    var file = directory.resolve("observed.jfr");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(File.pathSeparator, classPath),
                ObservedShell.class.getName(),
                file.toString()));
    traits.forEach(trait -> command.add(trait.name()));
    var settings =
        new PtySession.Settings(command, directory, Map.of("LC_ALL", "C.UTF-8"), 100, 30);
    try (var terminal = PtyTerminal.start(settings)) {
      work(terminal, work);
      terminal.session().awaitExit(PATIENCE);
      return read(terminal, file);
    }
  }

  static List<String> classPath() {
    return List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1));
  }

  private static void work(TypedTerminal terminal, Work work) throws Exception {
    terminal.await(ObservedShell.PROMPT, 0, PATIENCE);
    work.on(terminal);
    terminal.type(Script.of().text(ObservedShell.END).enter());
    terminal.awaitTyped(PATIENCE);
  }

  private static Observed read(TypedTerminal terminal, Path file) throws IOException {
    var events =
        RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().startsWith("lle."))
            .sorted(Comparator.comparing(RecordedEvent::getStartTime))
            .toList();
    return new Observed(terminal.typed(), terminal.screen(), events);
  }

  List<RecordedEvent> of(String type) {
    return events.stream().filter(event -> event.getEventType().getName().equals(type)).toList();
  }

  List<RecordedEvent> keystrokes() {
    return of("lle.Keystroke");
  }

  /** Returns the kinds of what was recorded, in order. */
  List<String> recordedKinds() {
    return keystrokes().stream().map(event -> event.getString("kind")).toList();
  }

  /** Returns the kinds of what was typed, in order. */
  List<String> typedKinds() {
    return typed.stream().map(keystroke -> keystroke.kind().label()).toList();
  }

  /** Returns what the recorder said of itself last. */
  RecordedEvent session() {
    var sessions = of("lle.Session");
    return sessions.get(sessions.size() - 1);
  }

  /** Returns the time of all keystrokes together. */
  Duration busy() {
    return keystrokes().stream()
        .map(RecordedEvent::getDuration)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Returns the commands of the keystrokes, in order. */
  Stream<String> commands() {
    return keystrokes().stream().map(event -> event.getString("widget"));
  }
}
