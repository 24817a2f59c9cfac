// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.util.List;
import java.util.Optional;

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
   * @param chunk the chunk that begins there and may be good in its beginning
   */
  record Break(Why why, long from, long to, long expectedEnd, Optional<ChunkHeader> chunk) {
    long bytes() {
      return to - from;
    }

    Break withoutChunk() {
      return new Break(why, from, to, expectedEnd, Optional.empty());
    }
  }

  Structure {
    whole = List.copyOf(whole);
    breaks = List.copyOf(breaks);
  }
}
