// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;

/**
 * An operation that ended a short time ago.
 *
 * @param endNanos when it ended, on the monotonic clock of this process
 * @param duration how long it took
 * @param type its type
 * @param component the part of the editor it belongs to
 * @param name what tells it apart from others of its type, or empty
 * @param result how it ended
 * @param keystrokeId the keystroke it worked for, or 0
 */
public record RecentMeasurement(
    long endNanos,
    Duration duration,
    OperationType type,
    Component component,
    String name,
    Result result,
    long keystrokeId) {
  public RecentMeasurement {
    requireNonNull(duration, "duration");
    requireNonNull(type, "type");
    requireNonNull(component, "component");
    requireNonNull(name, "name");
    requireNonNull(result, "result");
  }
}
