// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Set;

/**
 * A stretch of time that advice is asked for at the end of.
 *
 * @param number counts from 1
 * @param length how long it was
 * @param watched subjects whose last change is still being watched: advice about them would wait
 */
public record Window(long number, Duration length, Set<String> watched) {
  public Window {
    requireNonNull(length, "length");
    watched = Set.copyOf(watched);
  }

  /** Returns its length in seconds. */
  double seconds() {
    return length.toNanos() / 1e9;
  }
}
