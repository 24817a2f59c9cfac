// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.util.List;

/**
 * Where in a file whole chunks are, and where something else is.
 *
 * @param whole chunks that are final and there to their last byte
 * @param breaks the rest of the file
 */
record Structure(List<ChunkHeader> whole, List<Break> breaks) {

  /** Why a part of the file is not a whole chunk. */
  enum Why {
    CUT_OFF,
    UNFINISHED,
    UNSUPPORTED,
    DAMAGED
  }

  /**
   * A part of the file that is not a whole chunk.
   *
   * @param from its first byte
   * @param to the byte after its last
   * @param expectedEnd where it should end by its own account, or 0
   */
  record Break(Why why, long from, long to, long expectedEnd) {
    long bytes() {
      return to - from;
    }
  }

  Structure {
    whole = List.copyOf(whole);
    breaks = List.copyOf(breaks);
  }
}
