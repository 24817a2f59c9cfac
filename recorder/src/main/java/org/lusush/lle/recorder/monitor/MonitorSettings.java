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

  public MonitorSettings withOperations(Set<OperationType> operations) {
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

  public MonitorSettings withComponents(Set<Component> components) {
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

  public MonitorSettings withMinimumDuration(Duration minimumDuration) {
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

  public MonitorSettings withOperationThresholds(Duration warning, Duration critical) {
    return new MonitorSettings(
        level,
        operations,
        components,
        minimumDuration,
        warning,
        critical,
        keystrokeWarning,
        keystrokeCritical);
  }

  public MonitorSettings withKeystrokeThresholds(Duration warning, Duration critical) {
    return new MonitorSettings(
        level,
        operations,
        components,
        minimumDuration,
        operationWarning,
        operationCritical,
        warning,
        critical);
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
