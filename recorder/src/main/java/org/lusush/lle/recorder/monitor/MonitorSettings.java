// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Targets;

/**
 * What a monitor measures and what it calls slow. Immutable; a change is a new one.
 *
 * @param level how much is measured
 * @param operations types that are measured
 * @param components components whose operations are measured
 * @param minimumDuration operations shorter than this are in the statistics alone: they make no
 *     event and are not among the recent ones
 * @param operationWarning duration over which an operation exceeds its first threshold
 * @param operationCritical duration over which it exceeds its second
 * @param keystrokeWarning latency over which a keystroke exceeds its first threshold
 * @param keystrokeCritical latency over which it exceeds its second
 */
public record MonitorSettings(
    MonitorLevel level,
    Set<OperationType> operations,
    Set<Component> components,
    Duration minimumDuration,
    Duration operationWarning,
    Duration operationCritical,
    Duration keystrokeWarning,
    Duration keystrokeCritical) {

  public MonitorSettings {
    requireNonNull(level, "level");
    operations = Set.copyOf(operations);
    components = Set.copyOf(components);
    requireNotNegative(minimumDuration, "minimumDuration");
    requireNotNegative(operationWarning, "operationWarning");
    requireNotNegative(operationCritical, "operationCritical");
    requireNotNegative(keystrokeWarning, "keystrokeWarning");
    requireNotNegative(keystrokeCritical, "keystrokeCritical");
    requireOrder(operationWarning, operationCritical, "operation");
    requireOrder(keystrokeWarning, keystrokeCritical, "keystroke");
  }

  /** Returns settings that measure every operation, with the thresholds of the default targets. */
  public static MonitorSettings defaults() {
    return of(Targets.defaults());
  }

  /** Returns settings that measure every operation, with the thresholds of some targets. */
  public static MonitorSettings of(Targets targets) {
    return new MonitorSettings(
        MonitorLevel.NORMAL,
        EnumSet.allOf(OperationType.class),
        EnumSet.allOf(Component.class),
        Duration.ZERO,
        targets.operationWarning(),
        targets.operationCritical(),
        targets.keystrokeWarning(),
        targets.keystrokeCritical());
  }

  public MonitorSettings withLevel(MonitorLevel level) {
    var copy = new Copy(this);
    copy.level = level;
    return copy.settings();
  }

  public MonitorSettings withOperations(Set<OperationType> operations) {
    var copy = new Copy(this);
    copy.operations = operations;
    return copy.settings();
  }

  public MonitorSettings withComponents(Set<Component> components) {
    var copy = new Copy(this);
    copy.components = components;
    return copy.settings();
  }

  public MonitorSettings withMinimumDuration(Duration minimumDuration) {
    var copy = new Copy(this);
    copy.minimumDuration = minimumDuration;
    return copy.settings();
  }

  public MonitorSettings withOperationThresholds(Duration warning, Duration critical) {
    var copy = new Copy(this);
    copy.operationWarning = warning;
    copy.operationCritical = critical;
    return copy.settings();
  }

  public MonitorSettings withKeystrokeThresholds(Duration warning, Duration critical) {
    var copy = new Copy(this);
    copy.keystrokeWarning = warning;
    copy.keystrokeCritical = critical;
    return copy.settings();
  }

  /** Settings on their way to others. */
  private static final class Copy {
    private MonitorLevel level;
    private Set<OperationType> operations;
    private Set<Component> components;
    private Duration minimumDuration;
    private Duration operationWarning;
    private Duration operationCritical;
    private Duration keystrokeWarning;
    private Duration keystrokeCritical;

    Copy(MonitorSettings from) {
      level = from.level;
      operations = from.operations;
      components = from.components;
      minimumDuration = from.minimumDuration;
      operationWarning = from.operationWarning;
      operationCritical = from.operationCritical;
      keystrokeWarning = from.keystrokeWarning;
      keystrokeCritical = from.keystrokeCritical;
    }

    MonitorSettings settings() {
      return new MonitorSettings(
          level,
          operations,
          components,
          minimumDuration,
          operationWarning,
          operationCritical,
          keystrokeWarning,
          keystrokeCritical);
    }
  }

  private static void requireNotNegative(Duration value, String name) {
    requireNonNull(value, name);
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " must be at least 0, was " + value);
    }
  }

  private static void requireOrder(Duration warning, Duration critical, String name) {
    if (warning.compareTo(critical) > 0) {
      throw new IllegalArgumentException(
          name + " warning must be at most critical, " + critical + ", was " + warning);
    }
  }
}
