// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history.chronicle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Disk space that a file has ahead of where it is appended to.
 *
 * <p>A mapped file that grows over a hole where the disk is full is a fault of the process and not
 * of a call, and may end it. So zeros are written over the hole before the mapping comes there:
 * where there is no room, that is an exception.
 */
final class Reservation implements AutoCloseable {

  /** More than a record and an index of the queue take. */
  private static final long AHEAD = 256 << 10;

  private static final int STEP = 256 << 10;
  private static final int ALIGNMENT = 4_096;

  private final FileChannel channel;
  private final ByteBuffer zeros = ByteBuffer.allocateDirect(STEP);
  private long reserved;

  private Reservation(FileChannel channel) {
    this.channel = channel;
  }

  static Reservation of(Path file) throws IOException {
    return new Reservation(FileChannel.open(file, StandardOpenOption.WRITE));
  }

  /**
   * Has room behind a position.
   *
   * @param position behind which there is nothing yet
   * @throws IOException when there is none
   */
  void ensure(long position) throws IOException {
    if (position + AHEAD <= reserved) {
      return;
    }
    // What is before was written; the rest of its page is there already.
    long from = Math.max(reserved, (position + ALIGNMENT - 1) & -ALIGNMENT);
    zeros.clear();
    while (zeros.hasRemaining()) {
      from += channel.write(zeros, from);
    }
    reserved = from;
    ensure(position);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
