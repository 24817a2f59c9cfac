// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Session;
import org.lusush.lle.analyzer.model.Source;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.model.night.Setup;

/** What recordings were made under, and whether two were made under the same. */
final class Setups {

  private static final Pattern JDK = Pattern.compile("\\(([0-9][^) ]*)\\)");
  private static final Pattern FEATURE = Pattern.compile("^[0-9]+");

  /** Recordings that differ more in length hold different shares of warm-up. */
  private static final double MOST_TIMES_LONGER = 3;

  private static final long FEWEST_KEYSTROKES = 100;

  private Setups() {}

  static Setup of(Recording recording) {
    List<Source> sources = recording.sources();
    return new Setup(
        session(sources, Session::shell),
        session(sources, Session::editor),
        sources.stream()
            .flatMap(source -> source.jvm().stream())
            .map(jvm -> JDK.matcher(jvm.version()))
            .filter(Matcher::find)
            .map(matcher -> matcher.group(1))
            .findFirst()
            .orElse(""),
        sources.stream().mapToInt(s -> s.conditions().processors()).max().orElse(0),
        fingerprint(sources),
        recording.timings().keystrokes().count(),
        sources.stream().mapToLong(source -> source.duration().toSeconds()).sum(),
        sources.stream().flatMap(Setups::lost).distinct().toList());
  }

  private static String session(List<Source> sources, Function<Session, String> part) {
    return sources.stream().flatMap(s -> s.session().stream()).map(part).findFirst().orElse("");
  }

  private static Stream<String> lost(Source source) {
    return source.gaps().stream()
        .filter(gap -> isLoss(gap.kind()) && !source.coveredByHistograms())
        .map(Gap::sentence);
  }

  private static boolean isLoss(Gap.Kind kind) {
    return switch (kind) {
      case EVENTS_LOST, DAMAGED, TRUNCATED, OPERATIONS_MISSING, KEYSTROKES_MISSING -> true;
      default -> false;
    };
  }

  private static String fingerprint(List<Source> sources) {
    String settings =
        String.join(
            "\n",
            sources.stream()
                .flatMap(source -> source.conditions().settings().stream())
                .distinct()
                .sorted()
                .toList());
    return settings.isEmpty() ? "" : "%016x".formatted(hash(settings));
  }

  /** FNV-1a over the characters: the same everywhere, which is all that is asked of it. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** Returns why a night says nothing by itself; nothing when it does. */
  static List<String> insufficient(Night night, String which) {
    List<String> reasons = new ArrayList<>();
    Setup setup = night.setup();
    if (setup.keystrokes() < FEWEST_KEYSTROKES) {
      reasons.add(
          "%s has %d keystrokes; it takes %d to judge"
              .formatted(which, setup.keystrokes(), FEWEST_KEYSTROKES));
    }
    setup
        .lost()
        .forEach(sentence -> reasons.add("%s is incomplete: %s".formatted(which, sentence)));
    return reasons;
  }

  /** Returns what histories do not hold, if some of a night's runs come from them. */
  static Optional<String> absent(Night night, String which) {
    return night.histories() == 0
        ? Optional.empty()
        : Optional.of(
            "%d of the %d runs %s %s from histories, which hold no editor commands, no causes, no bytes of a take, no recording settings, and not what Flight Recorder lost"
                .formatted(
                    night.histories(),
                    night.runs(),
                    which,
                    night.histories() == 1 ? "comes" : "come"));
  }

  /** Returns in what two nights differ so that their figures cannot be compared. */
  static List<String> differences(Night one, Night other) {
    List<String> differences = new ArrayList<>();
    Setup a = one.setup();
    Setup b = other.setup();
    differ(differences, "JDK", feature(a.jdk()), feature(b.jdk()));
    differ(differences, "shell", a.shell(), b.shell());
    differ(differences, "processors", processors(a), processors(b));
    differ(differences, "recording settings", a.settings(), b.settings());
    double longer = perRecording(one) / perRecording(other);
    if (longer > MOST_TIMES_LONGER || longer < 1 / MOST_TIMES_LONGER) {
      differences.add(
          "seconds a recording (%.0f and %.0f)".formatted(perRecording(one), perRecording(other)));
    }
    return differences;
  }

  private static double perRecording(Night night) {
    return Math.max(1, (double) night.setup().seconds() / Math.max(1, night.runs()));
  }

  private static String processors(Setup setup) {
    return setup.processors() == 0 ? "" : Integer.toString(setup.processors());
  }

  private static String feature(String jdk) {
    Matcher matcher = FEATURE.matcher(jdk);
    return matcher.find() ? matcher.group() : "";
  }

  private static void differ(List<String> differences, String what, String a, String b) {
    if (!a.isEmpty() && !b.isEmpty() && !a.equals(b)) {
      differences.add("%s (%s and %s)".formatted(what, a, b));
    }
  }
}
