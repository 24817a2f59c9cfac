// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.Jvm;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Session;
import org.lusush.lle.analyzer.model.Source;

/**
 * Sees to it that a process counts once that was recorded and is in a history too, or in two.
 *
 * <p>A process is recognised by its number and by when its recorder started. Where that is not
 * known of one, and both were at the same time, it is only possible that they are the same: both
 * count, and that is said.
 *
 * @param histories those that count
 * @param sentences about those that do not, and about those that perhaps should not
 */
public record Processes(List<Recording> histories, List<String> sentences) {

  private static final Duration SAME_START = Duration.ofSeconds(1);

  /** How two runs are related. */
  private enum Likeness {
    SAME,
    PERHAPS,
    OTHER
  }

  public Processes {
    histories = List.copyOf(histories);
    sentences = List.copyOf(sentences);
  }

  /**
   * Picks the histories that count beside recordings, which hold more than a history and go first.
   * Of two histories of one process that with more keystrokes counts.
   */
  public static Processes once(List<Recording> recordings, List<Recording> histories) {
    List<Recording> counted = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    List<Recording> largestFirst =
        histories.stream().sorted((a, b) -> Long.compare(keystrokes(b), keystrokes(a))).toList();
    for (Recording history : largestFirst) {
      Optional<Recording> same =
          Stream.concat(recordings.stream(), counted.stream())
              .filter(other -> likeness(other, history) == Likeness.SAME)
              .findFirst();
      if (same.isPresent()) {
        sentences.add(
            "the history %s is of the process that %s holds, too; it is left out"
                .formatted(name(history), name(same.get())));
        continue;
      }
      Stream.concat(recordings.stream(), counted.stream())
          .filter(other -> likeness(other, history) == Likeness.PERHAPS)
          .findFirst()
          .ifPresent(
              other ->
                  sentences.add(
                      "the history %s may be of the process that %s holds, too; both count, since when its recorder started is not known"
                          .formatted(name(history), name(other))));
      counted.add(history);
    }
    return new Processes(histories.stream().filter(counted::contains).toList(), sentences);
  }

  private static long keystrokes(Recording run) {
    return run.timings().keystrokes().count();
  }

  private static String name(Recording run) {
    return run.sources().stream().map(Source::file).map(Printable::of).findFirst().orElse("?");
  }

  private static Likeness likeness(Recording one, Recording other) {
    return one.sources().stream()
        .flatMap(a -> other.sources().stream().map(b -> likeness(a, b)))
        .min(Likeness::compareTo)
        .orElse(Likeness.OTHER);
  }

  private static Likeness likeness(Source one, Source other) {
    long pid = one.jvm().map(Jvm::pid).orElse(0L);
    if (pid == 0 || other.jvm().map(Jvm::pid).filter(p -> p == pid).isEmpty()) {
      return Likeness.OTHER;
    }
    Optional<Instant> started = one.session().flatMap(Session::started);
    Optional<Instant> otherStarted = other.session().flatMap(Session::started);
    if (started.isPresent() && otherStarted.isPresent()) {
      Duration apart = Duration.between(started.get(), otherStarted.get()).abs();
      return apart.compareTo(SAME_START) <= 0 ? Likeness.SAME : Likeness.OTHER;
    }
    boolean together = one.start().isBefore(other.end()) && other.start().isBefore(one.end());
    return together ? Likeness.PERHAPS : Likeness.OTHER;
  }
}
