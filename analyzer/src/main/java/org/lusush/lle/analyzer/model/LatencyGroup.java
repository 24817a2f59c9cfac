// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import org.lusush.lle.events.OperationNames;

/** The latency of the keystrokes that have something in common, such as their widget. */
public record LatencyGroup(String name, Latency latency) {

  LatencyGroup plus(LatencyGroup other) {
    return new LatencyGroup(name, latency.plus(other.latency));
  }

  LatencyGroup asOther() {
    return new LatencyGroup(OperationNames.OTHER, latency);
  }
}
