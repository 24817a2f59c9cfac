// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import org.lusush.lle.analyzer.reader.decode.ChunkSource;

/** A chunk in memory. */
@SuppressWarnings("ArrayRecordComponent") // for a test
record ArraySource(byte[] bytes) implements ChunkSource {

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public long origin() {
    return 0;
  }

  @Override
  public int read(long position, byte[] target, int offset, int length) {
    int count = (int) Math.min(length, bytes.length - position);
    System.arraycopy(bytes, (int) position, target, offset, count);
    return count;
  }
}
