// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

/** Follows how far reading has come. Told by several threads, one at a time. */
@FunctionalInterface
public interface ReadProgress {

  /** Follows nothing. */
  ReadProgress NONE = (file, read, total) -> {};

  /**
   * Takes notice of a chunk that was read.
   *
   * @param file the name of the file, as it was given or found
   * @param readBytes how much of it was read so far
   * @param totalBytes how much there is of it, unpacked
   */
  void read(String file, long readBytes, long totalBytes);
}
