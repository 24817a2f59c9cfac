// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import java.time.Duration;
import org.lusush.lle.recorder.monitor.Ticker;

/** Time that passes when a test says so. */
final class FakeTicker implements Ticker {

  private long nanos = 1_000_000_000;

  @Override
  public long nanos() {
    return nanos;
  }

  void pass(Duration time) {
    nanos += time.toNanos();
  }
}
