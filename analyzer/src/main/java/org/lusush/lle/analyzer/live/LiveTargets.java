// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.live;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lusush.lle.analyzer.live.LiveSnapshot.Aim;
import org.lusush.lle.analyzer.live.LiveSnapshot.Target;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Targets;

/** Holds the window against what a line editor is held to. */
final class LiveTargets {

  /** Labels of what nobody waits for; an operation that is not known here may be waited for. */
  private static final Set<String> BACKGROUND =
      Arrays.stream(OperationType.values())
          .filter(type -> !type.isCriticalPath())
          .map(OperationType::label)
          .collect(Collectors.toUnmodifiableSet());

  private LiveTargets() {}

  static List<Target> of(
      Targets targets,
      Map<String, DurationWindow> operations,
      Durations keystrokes,
      Collection<CountWindow> caches) {
    return List.of(
        target(Aim.RESPONSE, (double) targets.response().toNanos(), response(operations)),
        target(
            Aim.KEYSTROKE_P99,
            (double) targets.keystrokeWarning().toNanos(),
            of(keystrokes, keystrokes.p99Nanos())),
        target(
            Aim.KEYSTROKE_MAX,
            (double) targets.keystrokeCritical().toNanos(),
            of(keystrokes, keystrokes.maxNanos())),
        target(
            Aim.HIT_RATE,
            targets.hitRate(),
            ratio(
                caches.stream().mapToDouble(CountWindow::part).sum(),
                caches.stream().mapToDouble(CountWindow::whole).sum())),
        target(Aim.ERROR_RATE, targets.errorRate(), errors(operations.values())));
  }

  private static Target target(Aim aim, double limit, Optional<Double> actual) {
    return new Target(aim, limit, actual);
  }

  private static Optional<Double> of(Durations durations, long nanos) {
    return durations.count() == 0 ? Optional.empty() : Optional.of((double) nanos);
  }

  /** Returns the mean duration of what a person may be waiting for. */
  private static Optional<Double> response(Map<String, DurationWindow> operations) {
    double total = 0;
    double count = 0;
    for (var entry : operations.entrySet()) {
      if (!BACKGROUND.contains(entry.getKey())) {
        total += entry.getValue().totalNanos();
        count += entry.getValue().all().count();
      }
    }
    return ratio(total, count);
  }

  private static Optional<Double> errors(Collection<DurationWindow> operations) {
    return ratio(
        operations.stream().mapToDouble(DurationWindow::errors).sum(),
        operations.stream().mapToDouble(window -> window.all().count()).sum());
  }

  private static Optional<Double> ratio(double part, double whole) {
    return whole == 0 ? Optional.empty() : Optional.of(part / whole);
  }
}
