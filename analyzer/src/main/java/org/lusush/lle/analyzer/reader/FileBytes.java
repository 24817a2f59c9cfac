// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.lusush.lle.analyzer.reader.decode.ChunkSource;

/** An open file, read at any place by any thread. The size is the one it had when it was opened. */
final class FileBytes implements AutoCloseable {

  private final FileChannel channel;
  private final long size;

  private FileBytes(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  static FileBytes open(Path file) throws IOException {
    return new FileBytes(FileChannel.open(file, StandardOpenOption.READ));
  }

  /** Takes over an open file. */
  static FileBytes of(FileChannel channel) throws IOException {
    return new FileBytes(channel);
  }

  long size() {
    return size;
  }

  /** Returns up to so many bytes from a position; fewer only where the file ends. */
  ByteBuffer read(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, Math.min(length, size - position)));
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        break;
      }
    }
    return buffer.flip();
  }

  /** Returns the bytes of part of the file. */
  ChunkSource source(long from, long to) {
    return new Part(from, to);
  }

  /** Returns a stream over part of the file. */
  InputStream stream(long from, long to) {
    return new Slice(from, to);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private final class Part implements ChunkSource {
    private final long from;
    private final long to;

    Part(long from, long to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public long size() {
      return to - from;
    }

    @Override
    public long origin() {
      return from;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) throws IOException {
      int wanted = (int) Math.min(length, to - from - position);
      var buffer = ByteBuffer.wrap(target, offset, Math.max(0, wanted));
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, from + position + (buffer.position() - offset)) < 0) {
          break;
        }
      }
      return buffer.position() - offset;
    }
  }

  private final class Slice extends InputStream {
    private final long to;
    private long position;

    Slice(long from, long to) {
      this.position = from;
      this.to = to;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int wanted = (int) Math.min(length, to - position);
      if (wanted <= 0) {
        return length == 0 ? 0 : -1;
      }
      int count = channel.read(ByteBuffer.wrap(target, offset, wanted), position);
      position += Math.max(0, count);
      return count;
    }

    @Override
    public long skip(long count) {
      long skipped = Math.max(0, Math.min(count, to - position));
      position += skipped;
      return skipped;
    }
  }
}
