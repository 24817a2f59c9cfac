// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The description of events that was read last: the chunks of one JVM mostly have the same. May be
 * used by several threads at a time, of which one may miss what another reads meanwhile.
 */
public final class Descriptions {

  /** A longer one is not kept. */
  private static final int LONGEST = 1 << 20;

  private static final class Known {
    private final boolean compressed;
    private final byte[] bytes;
    private final Metadata metadata;

    Known(boolean compressed, byte[] bytes, Metadata metadata) {
      this.compressed = compressed;
      this.bytes = bytes;
      this.metadata = metadata;
    }
  }

  private volatile @Nullable Known last;

  /** Returns whether one of so many bytes is kept. */
  boolean keeps(long length) {
    return length <= LONGEST;
  }

  /** Returns what bytes describe, or nothing where they are not the last ones. */
  @Nullable Metadata find(boolean compressed, byte[] bytes) {
    Known known = last;
    return known != null && known.compressed == compressed && Arrays.equals(known.bytes, bytes)
        ? known.metadata
        : null;
  }

  /**
   * Keeps what bytes describe.
   *
   * @param bytes not copied
   */
  void keep(boolean compressed, byte[] bytes, Metadata metadata) {
    last = new Known(compressed, bytes, metadata);
  }
}
