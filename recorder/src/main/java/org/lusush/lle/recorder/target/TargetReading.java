// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.target;

import static java.util.Objects.requireNonNull;

/**
 * A figure of one window.
 *
 * @param kind what it is held to
 * @param figure in the unit of its kind, or NaN where there is none
 * @param samples how many measurements it rests on, from 0
 */
public record TargetReading(TargetKind kind, double figure, long samples) {
  public TargetReading {
    requireNonNull(kind, "kind");
    if (samples < 0) {
      throw new IllegalArgumentException("samples must be at least 0, was " + samples);
    }
  }
}
