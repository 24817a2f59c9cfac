// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The part of a file that is looked at, in bounded memory whatever the file's size. Read and not
 * mapped: a file that is cut meanwhile is an end, not a fault of the process.
 */
final class Window {

  private static final int SIZE = 1 << 20;

  private final FileChannel channel;
  private final byte[] bytes = new byte[SIZE];
  private long start;
  private int filled;

  Window(FileChannel channel) {
    this.channel = channel;
  }

  byte[] bytes() {
    return bytes;
  }

  /**
   * Has the window hold a position and what follows it, and returns how many bytes there are from
   * there: as many as wanted, or all until the end of the file.
   *
   * @param wanted at most half of the window
   */
  int at(long position, int wanted) throws IOException {
    if (position < start || position + wanted > start + filled) {
      fill(position);
    }
    return (int) Math.max(0, start + filled - position);
  }

  /** Returns where in the bytes a position is. */
  int index(long position) {
    return (int) (position - start);
  }

  private void fill(long position) throws IOException {
    start = position;
    filled = 0;
    var buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, position + filled);
      if (read <= 0) {
        return;
      }
      filled += read;
    }
  }
}
