// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

/** A clock that a test moves. */
final class FakeTicker implements Ticker {
  private long nanos = 1_000_000_000_000L;

  @Override
  public long nanos() {
    return nanos;
  }

  void advanceMicros(long micros) {
    nanos += micros * 1_000;
  }
}
