// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.cause.SlowSpan;
import org.lusush.lle.analyzer.model.cause.SlowSpans;
import org.lusush.lle.analyzer.model.night.Comparison.Grown;
import org.lusush.lle.analyzer.model.night.SlowTime;

/** What the slow ones spend their time on, and what they spend more of it on than before. */
final class SlowTimes {

  /** How many of a kind are looked at: the slowest of all. */
  private static final int SLOWEST = 50;

  private SlowTimes() {}

  /** Returns the name of the keystrokes that run an editor command. */
  static String widget(String name) {
    return Timing.KEYSTROKE + " " + name;
  }

  static List<SlowTime> of(Recording recording) {
    SlowSpans spans = recording.contents().slow();
    List<SlowTime> times = new ArrayList<>();
    for (String subject : new TreeSet<>(spans.bySubject().keySet())) {
      times.add(sum(subject, spans.of(subject)));
    }
    spans.of(Timing.KEYSTROKE).stream()
        .filter(span -> !span.name().isEmpty())
        .collect(Collectors.groupingBy(SlowSpan::name, TreeMap::new, Collectors.toList()))
        .forEach((name, slow) -> times.add(sum(widget(name), slow)));
    return times;
  }

  private static SlowTime sum(String subject, List<SlowSpan> slow) {
    List<SlowSpan> slowest = slow.stream().limit(SLOWEST).toList();
    Map<String, Double> nanos = new LinkedHashMap<>();
    Map<String, Map<String, Double>> evidence = new LinkedHashMap<>();
    for (SlowSpan span : slowest) {
      for (SlowSpan.Part part : span.parts()) {
        nanos.merge(part.cause().label(), (double) part.nanos(), Double::sum);
        evidence
            .computeIfAbsent(part.cause().label(), key -> new TreeMap<>())
            .merge(part.evidence(), (double) part.nanos(), Double::sum);
      }
    }
    List<SlowTime.Part> parts =
        nanos.entrySet().stream()
            .map(
                e ->
                    new SlowTime.Part(
                        e.getKey(),
                        e.getValue() / slowest.size(),
                        mostly(evidence.getOrDefault(e.getKey(), Map.of()))))
            .sorted(Comparator.comparingDouble(SlowTime.Part::nanos).reversed())
            .toList();
    return new SlowTime(subject, slowest.size(), parts);
  }

  private static String mostly(Map<String, Double> evidence) {
    return evidence.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** Returns the cause whose part grew, or shrank, the most; nothing where none is known. */
  static Optional<Grown> most(List<SlowTime> before, List<SlowTime> after, boolean larger) {
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    Comparator<Grown> byGrowth = Comparator.comparingDouble(g -> g.after() - g.before());
    return after.stream()
        .flatMap(time -> (larger ? time : before.get(0)).parts().stream())
        .map(SlowTime.Part::cause)
        .distinct()
        .map(cause -> grown(cause, before, after))
        .max(larger ? byGrowth : byGrowth.reversed())
        .filter(grown -> larger == grown.after() > grown.before());
  }

  private static Grown grown(String cause, List<SlowTime> before, List<SlowTime> after) {
    List<SlowTime.Part> largest =
        Stream.concat(after.stream(), before.stream())
            .map(time -> time.of(cause))
            .filter(part -> !part.evidence().isEmpty())
            .toList();
    return new Grown(
        cause,
        middle(before, cause),
        middle(after, cause),
        largest.isEmpty() ? "" : largest.get(0).evidence());
  }

  private static double middle(List<SlowTime> times, String cause) {
    return Medians.of(times.stream().mapToDouble(time -> time.of(cause).nanos()).toArray());
  }
}
