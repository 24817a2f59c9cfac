// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.io.IOException;

/** The bytes of one chunk; positions count from its first one. */
public interface ChunkSource {

  /** Returns how many bytes there are. */
  long size();

  /** Returns where in its file the chunk begins. */
  long origin();

  /**
   * Reads bytes from a position.
   *
   * @return how many were read; fewer than asked for only where the chunk ends
   */
  int read(long position, byte[] target, int offset, int length) throws IOException;
}
