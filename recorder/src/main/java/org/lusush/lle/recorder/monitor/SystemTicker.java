// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

/** The JVM's own clock; a class, since the first lambda of a process takes milliseconds. */
final class SystemTicker implements Ticker {

  static final SystemTicker INSTANCE = new SystemTicker();

  private SystemTicker() {}

  @Override
  public long nanos() {
    return System.nanoTime();
  }
}
