// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import org.lusush.lle.analyzer.live.LiveShell;
import org.lusush.lle.analyzer.screen.Screen;

/** Closes what was opened, the last first: in the end, or when a signal ends the process. */
final class Closing implements AutoCloseable {

  private final Deque<Runnable> open = new ArrayDeque<>();
  private final Thread hook = new Thread(this::closeAll, "lle-top-end");

  Closing(LiveShell shell) {
    open.push(shell::close);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  synchronized void add(Screen screen) {
    open.push(screen::close);
  }

  private synchronized void closeAll() {
    while (!open.isEmpty()) {
      open.pop().run();
    }
  }

  @Override
  public void close() {
    closeAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook running or over.
      return;
    }
  }
}
