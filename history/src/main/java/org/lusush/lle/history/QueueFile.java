// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Reads a file of a Chronicle Queue without it: it stops at the first damage and says nothing.
 *
 * <pre>
 *   0                  4
 *   +------------------+-------- - - +---------+------------------+---- - -
 *   | header           | document    | padding | header           |
 *   +------------------+-------- - - +---------+------------------+---- - -
 *     bits 0 to 29 length, bit 30 not a record, bit 31 not complete;
 *     headers lie at multiples of 4; 0 is the end so far, C0000000 and "EOF" for good
 * </pre>
 *
 * What does not fit that, or is no sound {@link Frame}, is damage; the next sound frame behind it
 * is looked for. The tail of a file, which is zeros or a record that was never completed, is none.
 */
final class QueueFile {

  private static final int LENGTH_MASK = 0x3FFF_FFFF;
  private static final int META = 0x4000_0000;
  private static final int INCOMPLETE = 0x8000_0000;
  private static final int EOF = 0xC000_0000;

  /** A header, and "EOF" as a text. */
  private static final int EOF_BYTES = 8;

  private static final int WORD = Integer.BYTES;
  private static final int WANTED = WORD + Frame.HEADER + Frame.MAX_LENGTH;

  private final CRC32C crc = new CRC32C();
  private final Path file;
  private final FrameSink sink;
  private final Window window;
  private final long size;
  private long position;
  private long records;
  private long damagedBytes;
  private long firstDamage = -1;

  private QueueFile(Path file, FileChannel channel, FrameSink sink) throws IOException {
    this.file = file;
    this.sink = sink;
    window = new Window(channel);
    size = channel.size();
  }

  static FileReport read(Path file, FrameSink sink) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("no regular file");
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new QueueFile(file, channel, sink).read();
    }
  }

  private FileReport read() throws IOException {
    if (size == 0) {
      return new FileReport(file, 0, 0, Optional.of("is empty"));
    }
    boolean more = true;
    while (more && position < size) {
      more = step();
    }
    return new FileReport(file, size, records, damage());
  }

  private Optional<String> damage() {
    if (firstDamage >= 0) {
      return Optional.of(
          "is damaged: %,d bytes from offset %,d on hold no sound record"
              .formatted(damagedBytes, firstDamage));
    }
    return records == 0 ? Optional.of("holds no record") : Optional.empty();
  }

  /** Takes one document; returns whether there may be more. */
  private boolean step() throws IOException {
    int available = window.at(position, WANTED);
    if (available < WORD) {
      return false;
    }
    byte[] bytes = window.bytes();
    int at = window.index(position);
    int header = Frame.getInt(bytes, at);
    int length = header & LENGTH_MASK;
    if (header == 0) {
      return resume(position, true);
    }
    if (header == EOF) {
      return resume(position + EOF_BYTES, false);
    }
    if ((header & INCOMPLETE) != 0) {
      return resume(position, true);
    }
    if (position + WORD + length > size) {
      return resume(position, false);
    }
    if ((header & META) == 0) {
      if (length < Frame.HEADER
          || !Frame.isSound(bytes, at + WORD, Math.min(length, available - WORD), crc)) {
        return resume(position, false);
      }
      take(bytes, at + WORD);
    }
    position = aligned(position + WORD + length);
    return true;
  }

  private void take(byte[] bytes, int at) {
    records++;
    sink.frame(
        Frame.version(bytes, at),
        Frame.kind(bytes, at),
        Frame.sequence(bytes, at),
        Frame.timeNanos(bytes, at),
        bytes,
        at + Frame.HEADER,
        Frame.payloadLength(bytes, at));
  }

  /**
   * Goes on at the next sound frame after a position that cannot be read on from.
   *
   * @param incomplete whether a record may have begun there that was never completed, which is no
   *     damage where nothing follows: its header comes last
   */
  private boolean resume(long from, boolean incomplete) throws IOException {
    long end = from;
    long longest = incomplete ? incompleteLength(from) : 0;
    for (long next = from; next < size; next += WORD) {
      int available = window.at(next, WANTED);
      if (available < WORD) {
        break;
      }
      byte[] bytes = window.bytes();
      int at = window.index(next);
      int word = Frame.getInt(bytes, at);
      if (word == 0) {
        continue;
      }
      if ((word & 0xFFFF) == Frame.MAGIC && Frame.isSound(bytes, at, available, crc)) {
        damaged(from, next - WORD);
        take(bytes, at);
        position = aligned(next + Frame.HEADER + Frame.payloadLength(bytes, at));
        return true;
      }
      end = next + WORD;
    }
    if (end - from > longest) {
      damaged(from, size);
    }
    return false;
  }

  /** Returns how far a record may reach of which no more than a part was written. */
  private int incompleteLength(long from) throws IOException {
    int available = window.at(from, WANTED);
    byte[] bytes = window.bytes();
    int frame = window.index(from) + WORD;
    return Frame.looksLikeOne(bytes, frame, available - WORD)
        ? WORD + Frame.HEADER + Frame.payloadLength(bytes, frame) + WORD
        : WORD + Frame.HEADER;
  }

  private void damaged(long from, long to) {
    if (to <= from) {
      return; // all but the last bit of it was written
    }
    if (firstDamage < 0) {
      firstDamage = from;
    }
    damagedBytes += to - from;
  }

  private static long aligned(long position) {
    return (position + WORD - 1) & -WORD;
  }
}
