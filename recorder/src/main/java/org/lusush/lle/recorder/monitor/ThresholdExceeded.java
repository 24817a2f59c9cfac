// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.lusush.lle.events.Component;

/**
 * An operation or a keystroke that took longer than a threshold.
 *
 * @param operation label of the type of operation, or keystroke
 * @param component the part of the editor it belongs to
 * @param name what tells it apart from others of its type, or empty
 * @param critical whether it exceeded the second threshold, and not only the first
 * @param took how long it took
 * @param limit the threshold
 * @param keystrokeId the keystroke, or 0
 */
public record ThresholdExceeded(
    String operation,
    Component component,
    String name,
    boolean critical,
    Duration took,
    Duration limit,
    long keystrokeId) {
  public ThresholdExceeded {
    requireNonNull(operation, "operation");
    requireNonNull(component, "component");
    requireNonNull(name, "name");
    requireNonNull(took, "took");
    requireNonNull(limit, "limit");
  }

  /** Returns the name of the threshold as it stands in events: warning or critical. */
  public String level() {
    return critical ? "critical" : "warning";
  }
}
