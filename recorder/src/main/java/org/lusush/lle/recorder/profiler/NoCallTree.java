// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;

/** Takes in nothing. */
enum NoCallTree implements CallTree {
  INSTANCE;

  @Override
  public void enter(OperationType type, Component component, String name) {}

  @Override
  public void exit(long durationNanos, boolean failed) {}

  @Override
  public void addApart(
      OperationType type, Component component, String name, long durationNanos, boolean failed) {}

  @Override
  public void abandon() {}

  @Override
  public void abandonTo(int depth) {}

  @Override
  public int depth() {
    return 0;
  }
}
