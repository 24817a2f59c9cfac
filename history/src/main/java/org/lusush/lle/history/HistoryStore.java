// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.nio.file.Path;

/**
 * Where records are appended: a queue on disk in files that each hold a cycle, such as a day. Used
 * by one thread.
 */
public interface HistoryStore extends AutoCloseable {

  /** Makes stores. */
  @FunctionalInterface
  interface Opener {

    /**
     * Opens a queue.
     *
     * @param folder an empty folder that is the queue's own
     * @throws HistoryException when it cannot be written there
     */
    HistoryStore open(Path folder) throws HistoryException;
  }

  /**
   * Returns the number of the cycle that records of a time go to.
   *
   * @param millis since the epoch, never less than the time before
   */
  long cycle(long millis);

  /** Returns the file that a cycle is in, within the folder. */
  String fileName(long cycle);

  /**
   * Appends a record; once this returns, it survives the end of the process.
   *
   * @throws HistoryException when it cannot; nothing more can be appended to this store then
   */
  void append(long millis, byte[] record, int length) throws HistoryException;

  @Override
  void close();
}
