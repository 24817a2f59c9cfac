// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import static java.util.Objects.requireNonNull;

import org.lusush.lle.events.PressureLevel;

/**
 * How short a resource is, and since which change.
 *
 * @param resource the resource
 * @param from the level before the latest change
 * @param level the level now
 * @param value the share that it was judged by at the change, from 0 to 1, or -1 before the first
 * @param source where that came from: {@code psi}, {@code cgroup} or {@code jvm}; or empty
 */
public record Pressure(
    Resource resource, PressureLevel from, PressureLevel level, double value, String source) {
  public Pressure {
    requireNonNull(resource, "resource");
    requireNonNull(from, "from");
    requireNonNull(level, "level");
    requireNonNull(source, "source");
  }
}
