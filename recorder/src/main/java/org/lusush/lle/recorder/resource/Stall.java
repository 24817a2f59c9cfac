// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import static java.util.Objects.requireNonNull;

/**
 * How much time tasks lost for want of a resource, over the last 10 seconds, as Linux tells it
 * (PSI).
 *
 * @param some share of the time in which at least one task waited, from 0 to 1, or -1 where unknown
 * @param full share of the time in which all waited at once, or -1 where unknown
 * @param source whose tasks: {@code cgroup} for those of the process's control group, {@code psi}
 *     for all of the machine, or empty where unknown
 */
public record Stall(double some, double full, String source) {

  /** Nobody tells. */
  public static final Stall UNKNOWN = new Stall(-1, -1, "");

  public Stall {
    requireNonNull(source, "source");
  }

  /** Returns whether there is a figure. */
  public boolean isKnown() {
    return some >= 0;
  }
}
