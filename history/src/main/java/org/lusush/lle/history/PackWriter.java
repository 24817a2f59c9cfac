// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;

/** Writes a {@link Pack}, under another name until it is whole. */
final class PackWriter implements FrameSink, AutoCloseable {

  private static final String UNFINISHED = ".tmp";

  private final Path file;
  private final Path unfinished;
  private final FileChannel channel;
  private final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
  private final CRC32C crc = new CRC32C();
  private final Encoder raw = new Encoder();
  private final byte[] block = new byte[Pack.BLOCK_HEADER + Pack.MAX_BLOCK];
  private long sequence;
  private long time;
  private long records;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private IOException failed = new IOException();
  private boolean hasFailed;

  private PackWriter(Path file, Path unfinished, FileChannel channel) {
    this.file = file;
    this.unfinished = unfinished;
    this.channel = channel;
  }

  /** Begins a pack; what somebody who was killed left of the same one is written over. */
  static PackWriter create(Path file) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
    Files.deleteIfExists(unfinished);
    Folders.createFile(unfinished);
    var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
    try {
      channel.write(ByteBuffer.allocate(Pack.HEADER));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return new PackWriter(file, unfinished, channel);
  }

  @Override
  public void frame(
      int version, int kind, long sequence, long timeNanos, byte[] bytes, int from, int length) {
    raw.u8(kind);
    raw.u8(version);
    raw.varint(length);
    raw.signed(sequence - this.sequence);
    writeTime(timeNanos - time);
    raw.raw(bytes, from, length);
    this.sequence = sequence;
    time = timeNanos;
    records++;
    if (kind != Kind.NAME.code()) {
      first = Math.min(first, timeNanos);
      last = Math.max(last, timeNanos);
    }
    if (raw.length() >= Pack.RAW_BLOCK) {
      endBlock();
    }
  }

  private void writeTime(long step) {
    boolean isMillis = step % Pack.NANOS_PER_MILLI == 0;
    long units = isMillis ? step / Pack.NANOS_PER_MILLI : step;
    raw.varint((units << 1 ^ units >> 63) << 1 | (isMillis ? 0 : 1));
  }

  private void endBlock() {
    if (raw.length() == 0 || hasFailed) {
      return;
    }
    deflater.reset();
    deflater.setInput(raw.bytes(), 0, raw.length());
    deflater.finish();
    int length = 0;
    while (!deflater.finished()) {
      length += deflater.deflate(block, Pack.BLOCK_HEADER + length, Pack.MAX_BLOCK - length);
    }
    Frame.putInt(block, 0, Pack.BLOCK_MAGIC | Pack.VERSION << 16);
    Frame.putInt(block, Pack.RAW_LENGTH_AT, raw.length());
    Frame.putInt(block, Pack.LENGTH_AT, length);
    int size = Pack.BLOCK_HEADER + length;
    Frame.putInt(block, Pack.BLOCK_CRC_AT, checksum(block, Pack.RAW_LENGTH_AT, size));
    write(ByteBuffer.wrap(block, 0, size));
    raw.clear();
    sequence = 0;
    time = 0;
  }

  private void write(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      failed = e;
      hasFailed = true;
    }
  }

  private int checksum(byte[] bytes, int from, int to) {
    crc.reset();
    crc.update(bytes, from, to - from);
    return (int) crc.getValue();
  }

  long records() {
    return records;
  }

  /** Completes the pack, which only now has its name. */
  void finish() throws IOException {
    endBlock();
    if (hasFailed) {
      throw failed;
    }
    byte[] header = new byte[Pack.HEADER];
    Frame.putLong(header, 0, Pack.MAGIC);
    Frame.putInt(header, Pack.VERSION_AT, Pack.VERSION);
    Frame.putLong(header, Pack.FIRST_AT, first);
    Frame.putLong(header, Pack.LAST_AT, last);
    Frame.putLong(header, Pack.RECORDS_AT, records);
    Frame.putInt(header, Pack.CRC_AT, checksum(header, Pack.VERSION_AT, Pack.HEADER));
    channel.write(ByteBuffer.wrap(header), 0);
    channel.force(true);
    channel.close();
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    deflater.end();
    channel.close();
    Files.deleteIfExists(unfinished);
  }
}
