// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import java.util.function.LongSupplier;

/** A clock that goes on by so much at each reading, over and over. */
final class FakeClock implements LongSupplier {

  private final long[] steps;
  private int readings;
  private long now;

  FakeClock(long... steps) {
    this.steps = steps;
  }

  @Override
  public long getAsLong() {
    now += steps[readings++ % steps.length];
    return now;
  }

  int readings() {
    return readings;
  }
}
