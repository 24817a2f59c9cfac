// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies a stream in a thread of its own, until it ends or nobody reads any more. */
final class Copier {
  private Copier() {}

  static Thread start(InputStream from, OutputStream to, boolean closeTarget) {
    Thread thread = new Thread(() -> copy(from, to, closeTarget), "shell-copier");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void copy(InputStream from, OutputStream to, boolean closeTarget) {
    byte[] buffer = new byte[8192];
    try {
      for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
        to.write(buffer, 0, length);
        to.flush();
      }
    } catch (IOException e) {
      // The reader has gone, as head does: the writer learns it from the closed stream.
    } finally {
      closeQuietly(from);
      if (closeTarget) {
        closeQuietly(to);
      }
    }
  }

  static void join(Thread copier) {
    try {
      copier.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes the end of a pipe; that the other end is gone already is no error. */
  static void closeQuietly(Closeable stream) {
    try {
      stream.close();
    } catch (IOException e) {
      // The process at the other end has ended first.
    }
  }
}
