// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import java.time.Duration;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;

/** Settings in the shape that the hot path reads: masks and nanoseconds. Immutable. */
@SuppressWarnings("EnumOrdinal") // bits of a mask that never leaves the process
final class Gates {

  final boolean closed;
  final boolean keystrokes;
  final boolean operations;
  final boolean costs;
  final boolean everyCall;
  final long minimumNanos;
  final long operationWarningNanos;
  final long operationCriticalNanos;
  final long keystrokeWarningNanos;
  final long keystrokeCriticalNanos;
  private final boolean everything;
  private final long types;
  private final long components;

  Gates(MonitorSettings settings, MonitorLevel level, boolean closed) {
    this.closed = closed;
    keystrokes = level.compareTo(MonitorLevel.MINIMAL) >= 0;
    operations = level.compareTo(MonitorLevel.NORMAL) >= 0;
    costs = level.compareTo(MonitorLevel.DETAILED) >= 0;
    everyCall = level.compareTo(MonitorLevel.EXHAUSTIVE) >= 0;
    minimumNanos = nanos(settings.minimumDuration());
    operationWarningNanos = nanos(settings.operationWarning());
    operationCriticalNanos = nanos(settings.operationCritical());
    keystrokeWarningNanos = nanos(settings.keystrokeWarning());
    keystrokeCriticalNanos = nanos(settings.keystrokeCritical());
    long typeMask = 0;
    for (var type : settings.operations()) {
      typeMask |= 1L << type.ordinal();
    }
    types = typeMask;
    long componentMask = 0;
    for (var component : settings.components()) {
      componentMask |= 1L << component.ordinal();
    }
    components = componentMask;
    everything =
        settings.operations().size() == OperationType.values().length
            && settings.components().size() == Component.values().length;
  }

  boolean admits(OperationType type, Component component) {
    return everything || isAmong(type, component);
  }

  private boolean isAmong(OperationType type, Component component) {
    return (types & 1L << type.ordinal()) != 0 && (components & 1L << component.ordinal()) != 0;
  }

  private static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }
}
