// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads a {@link Pack}; a block that is damaged is left out, and the next one looked for. */
final class PackFile {

  /** What the header of a pack says. */
  record Header(long firstNanos, long lastNanos, long records) {}

  private final Path file;
  private final FileChannel channel;
  private final FrameSink sink;
  private final Window window;
  private final long size;
  private final CRC32C crc = new CRC32C();
  private final Inflater inflater = new Inflater(true);
  private final byte[] raw = new byte[Pack.MAX_RAW_BLOCK];
  private final Decoder in = new Decoder();
  private long records;
  private long damagedBytes;

  private PackFile(Path file, FileChannel channel, FrameSink sink) throws IOException {
    this.file = file;
    this.channel = channel;
    this.sink = sink;
    window = new Window(channel);
    size = channel.size();
  }

  /** Returns what the header says; empty where it is damaged. */
  static Optional<Header> header(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("no regular file");
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return header(channel);
    }
  }

  private static Optional<Header> header(FileChannel channel) throws IOException {
    byte[] bytes = new byte[Pack.HEADER];
    var buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, buffer.position()) < 0) {
        return Optional.empty();
      }
    }
    var crc = new CRC32C();
    crc.update(bytes, Pack.VERSION_AT, Pack.HEADER - Pack.VERSION_AT);
    return Frame.getLong(bytes, 0) == Pack.MAGIC
            && Frame.getInt(bytes, Pack.CRC_AT) == (int) crc.getValue()
        ? Optional.of(
            new Header(
                Frame.getLong(bytes, Pack.FIRST_AT),
                Frame.getLong(bytes, Pack.LAST_AT),
                Frame.getLong(bytes, Pack.RECORDS_AT)))
        : Optional.empty();
  }

  static FileReport read(Path file, FrameSink sink) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var pack = new PackFile(file, channel, sink);
      try {
        return pack.read();
      } finally {
        pack.inflater.end();
      }
    }
  }

  private FileReport read() throws IOException {
    var header = header(channel);
    long position = Pack.HEADER;
    while (position < size) {
      int available = window.at(position, Pack.BLOCK_HEADER + Pack.MAX_BLOCK);
      int length = isSound(position, available) ? inflate(position) : -1;
      if (length < 0) {
        long next = next(position + 1);
        damagedBytes += next - position;
        position = next;
      } else {
        position += Pack.BLOCK_HEADER + length;
      }
    }
    return new FileReport(file, size, records, damage(header));
  }

  private Optional<String> damage(Optional<Header> header) {
    if (header.isEmpty()) {
      return Optional.of(
          "is damaged: its header is none, %,d records were read".formatted(records));
    }
    long missing = header.get().records() - records;
    return damagedBytes > 0 || missing != 0
        ? Optional.of(
            "is damaged: %,d of its %,d records were read"
                .formatted(records, header.get().records()))
        : Optional.empty();
  }

  private boolean isSound(long position, int available) {
    byte[] bytes = window.bytes();
    int at = window.index(position);
    if (available < Pack.BLOCK_HEADER || (Frame.getInt(bytes, at) & 0xFFFF) != Pack.BLOCK_MAGIC) {
      return false;
    }
    int rawLength = Frame.getInt(bytes, at + Pack.RAW_LENGTH_AT);
    int length = Frame.getInt(bytes, at + Pack.LENGTH_AT);
    if (rawLength <= 0
        || rawLength > Pack.MAX_RAW_BLOCK
        || length <= 0
        || length > available - Pack.BLOCK_HEADER) {
      return false;
    }
    crc.reset();
    crc.update(bytes, at + Pack.RAW_LENGTH_AT, Pack.BLOCK_HEADER - Pack.RAW_LENGTH_AT + length);
    return (int) crc.getValue() == Frame.getInt(bytes, at + Pack.BLOCK_CRC_AT);
  }

  /** Returns the deflated length, or -1 where the block is not what its checksum promises. */
  private int inflate(long position) {
    byte[] bytes = window.bytes();
    int at = window.index(position);
    int rawLength = Frame.getInt(bytes, at + Pack.RAW_LENGTH_AT);
    int length = Frame.getInt(bytes, at + Pack.LENGTH_AT);
    try {
      inflater.reset();
      inflater.setInput(bytes, at + Pack.BLOCK_HEADER, length);
      if (inflater.inflate(raw, 0, rawLength) != rawLength) {
        return -1;
      }
      readRecords(rawLength);
      return length;
    } catch (DataFormatException | MalformedException e) {
      return -1;
    }
  }

  private void readRecords(int rawLength) {
    in.reset(raw, 0, rawLength);
    long sequence = 0;
    long time = 0;
    while (in.hasMore()) {
      int kind = in.u8();
      int version = in.u8();
      int length = in.varint(Frame.MAX_LENGTH);
      sequence += in.signed();
      time += timeStep();
      int from = in.position();
      in.widen(in.narrow(length));
      records++;
      sink.frame(version, kind, sequence, time, raw, from, length);
    }
  }

  private long timeStep() {
    long value = in.varint();
    long folded = value >>> 1;
    long units = folded >>> 1 ^ -(folded & 1);
    return (value & 1) == 0 ? units * Pack.NANOS_PER_MILLI : units;
  }

  /** Returns where the next sound block begins, or the end. */
  private long next(long from) throws IOException {
    for (long position = from; position < size; position++) {
      int available = window.at(position, Pack.BLOCK_HEADER + Pack.MAX_BLOCK);
      if (isSound(position, available)) {
        return position;
      }
    }
    return size;
  }
}
