// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.lusush.lle.events.PressureLevel;
import org.lusush.lle.recorder.monitor.MonitorLevel;

/**
 * Has a shell do less while resources are short: no prefetch from medium pressure on, then less
 * measured, one level at a time, down to {@code normal} under high pressure and to {@code minimal}
 * under critical. What was taken last is given back first, once the pressure has been lower for a
 * while, and the next after as long again. Not thread-safe.
 */
final class Throttling {

  /** How long the pressure is to be lower before a step is taken back. */
  static final Duration QUIET = Duration.ofSeconds(30);

  /** How long a step is given to help before the next one. */
  static final Duration PACE = Duration.ofSeconds(5);

  private final ThrottleActions actions;
  private final Deque<Step> taken = new ArrayDeque<>();
  private long lastStepNanos;
  private long lastNeededNanos;

  /**
   * A step that was taken.
   *
   * @param isPrefetch whether it was to forbid prefetching; if not, to lower the level
   * @param from the ceiling before
   * @param to the ceiling since
   */
  private record Step(boolean isPrefetch, MonitorLevel from, MonitorLevel to) {}

  Throttling(ThrottleActions actions) {
    this.actions = actions;
  }

  /**
   * Takes a step, or takes one back, or neither.
   *
   * @param level the highest pressure of any resource
   * @param reason what it is, as a reader is told it, asked for if there is a step
   * @param nanos the time now
   */
  Optional<ThrottleStep> update(PressureLevel level, Supplier<String> reason, long nanos) {
    var next = next(level);
    if (next.isPresent() || !isBeyond(level)) {
      lastNeededNanos = nanos;
    }
    if (next.isPresent()) {
      return isTooSoon(level, nanos)
          ? Optional.empty()
          : Optional.of(take(next.get(), reason.get(), nanos));
    }
    if (isBeyond(level) && nanos - lastNeededNanos >= QUIET.toNanos()) {
      lastNeededNanos = nanos;
      return Optional.of(takeBack(reason.get()));
    }
    return Optional.empty();
  }

  private boolean isTooSoon(PressureLevel level, long nanos) {
    return level != PressureLevel.CRITICAL
        && !taken.isEmpty()
        && nanos - lastStepNanos < PACE.toNanos();
  }

  /** Returns the next step that a level asks for. */
  private Optional<Step> next(PressureLevel level) {
    if (level.compareTo(PressureLevel.MEDIUM) < 0) {
      return Optional.empty();
    }
    if (taken.isEmpty()) {
      return Optional.of(new Step(true, MonitorLevel.EXHAUSTIVE, MonitorLevel.EXHAUSTIVE));
    }
    var ceiling = ceiling();
    var measured = lower(actions.level(), ceiling);
    return measured.compareTo(floor(level)) > 0
        ? Optional.of(new Step(false, ceiling, oneBelow(measured)))
        : Optional.empty();
  }

  /** Returns whether more was taken than a level asks for. */
  private boolean isBeyond(PressureLevel level) {
    var last = taken.peekLast();
    if (last == null) {
      return false;
    }
    return last.isPrefetch()
        ? level.compareTo(PressureLevel.MEDIUM) < 0
        : last.to().compareTo(floor(level)) < 0;
  }

  /** Returns the least that is measured under a pressure. */
  private static MonitorLevel floor(PressureLevel level) {
    return switch (level) {
      case CRITICAL -> MonitorLevel.MINIMAL;
      case HIGH -> MonitorLevel.NORMAL;
      default -> MonitorLevel.EXHAUSTIVE;
    };
  }

  private ThrottleStep take(Step step, String reason, long nanos) {
    lastStepNanos = nanos;
    taken.addLast(step);
    if (step.isPrefetch()) {
      actions.allowPrefetch(false);
      return new ThrottleStep(ThrottleStep.PREFETCH, ThrottleStep.ON, ThrottleStep.OFF, reason);
    }
    var before = lower(actions.level(), step.from());
    actions.ceiling(step.to());
    return new ThrottleStep(ThrottleStep.LEVEL, before.label(), step.to().label(), reason);
  }

  private ThrottleStep takeBack(String reason) {
    var step = taken.removeLast();
    if (step.isPrefetch()) {
      actions.allowPrefetch(true);
      return new ThrottleStep(ThrottleStep.PREFETCH, ThrottleStep.OFF, ThrottleStep.ON, reason);
    }
    actions.ceiling(step.from());
    return new ThrottleStep(
        ThrottleStep.LEVEL,
        lower(actions.level(), step.to()).label(),
        lower(actions.level(), step.from()).label(),
        reason);
  }

  /** Takes everything back. */
  void end() {
    while (!taken.isEmpty()) {
      takeBack("");
    }
  }

  /** Returns whether anything is done less now. */
  boolean isThrottled() {
    return !taken.isEmpty();
  }

  private MonitorLevel ceiling() {
    var last = taken.peekLast();
    return last == null ? MonitorLevel.EXHAUSTIVE : last.to();
  }

  private static MonitorLevel lower(MonitorLevel one, MonitorLevel other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static MonitorLevel oneBelow(MonitorLevel level) {
    return switch (level) {
      case EXHAUSTIVE -> MonitorLevel.DETAILED;
      case DETAILED -> MonitorLevel.NORMAL;
      default -> MonitorLevel.MINIMAL;
    };
  }
}
