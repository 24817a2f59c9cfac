// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the sizes of a chunk's events and the chain of its constant pools before it is parsed: a
 * parser that believes damaged ones can run for ever.
 */
final class ChunkCheck {

  private static final int BUFFER = 1 << 16;

  /** A compressed number takes no more bytes; the JVM pads sizes that it fills in later. */
  private static final int LONGEST = 9;

  private final FileBytes file;
  private final ChunkHeader chunk;

  private ChunkCheck(FileBytes file, ChunkHeader chunk) {
    this.file = file;
    this.chunk = chunk;
  }

  /** Returns what is wrong with a chunk, as a clause, or nothing. */
  static Optional<String> problem(FileBytes file, ChunkHeader chunk) throws IOException {
    var check = new ChunkCheck(file, chunk);
    return check.brokenEvent().or(check::brokenPools);
  }

  private Optional<String> brokenEvent() throws IOException {
    long position = ChunkHeader.BYTES;
    try (InputStream in = open(position)) {
      while (position < chunk.size()) {
        long[] size = new long[1];
        int length = readNumber(in, size, Integer.BYTES);
        if (size[0] <= length || size[0] > chunk.size() - position) {
          return Optional.of("an event has a wrong size, at byte " + (chunk.offset() + position));
        }
        in.skipNBytes(size[0] - length);
        position += size[0];
      }
      return Optional.empty();
    } catch (EOFException e) {
      return Optional.of("an event ends after its chunk, at byte " + (chunk.offset() + position));
    }
  }

  private Optional<String> brokenPools() {
    Set<Long> seen = new HashSet<>();
    long position = chunk.checkpointOffset();
    try {
      while (seen.add(position)) {
        long delta = nextPool(position);
        if (delta == 0) {
          return Optional.empty();
        }
        position += delta;
        if (position < ChunkHeader.BYTES || position >= chunk.size()) {
          break;
        }
      }
    } catch (IOException e) {
      return Optional.of("its constant pools cannot be followed: " + e.getMessage());
    }
    return Optional.of("its constant pools do not follow one another");
  }

  /** Returns the distance from one constant pool to the next, or 0 after the last. */
  private long nextPool(long position) throws IOException {
    long[] value = new long[1];
    try (InputStream in = open(position)) {
      readNumber(in, value, Integer.BYTES);
      for (int field = 0; field < 4; field++) {
        readNumber(in, value, Long.BYTES);
      }
    }
    return value[0];
  }

  private InputStream open(long position) {
    return new BufferedInputStream(file.stream(chunk.offset() + position, chunk.end()), BUFFER);
  }

  /** Reads a number as the chunk writes them, and returns how many bytes it took. */
  private int readNumber(InputStream in, long[] value, int plain) throws IOException {
    return chunk.compressedInts() ? readVarint(in, value) : readPlain(in, value, plain);
  }

  private static int readVarint(InputStream in, long[] value) throws IOException {
    long result = 0;
    for (int i = 0; i < LONGEST - 1; i++) {
      int next = readByte(in);
      result |= (next & 0x7FL) << (7 * i);
      if ((next & 0x80) == 0) {
        value[0] = result;
        return i + 1;
      }
    }
    value[0] = result | (long) readByte(in) << (7 * (LONGEST - 1));
    return LONGEST;
  }

  private static int readPlain(InputStream in, long[] value, int bytes) throws IOException {
    long result = 0;
    for (int i = 0; i < bytes; i++) {
      result = result << 8 | readByte(in);
    }
    value[0] = result;
    return bytes;
  }

  private static int readByte(InputStream in) throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException("the chunk ends there");
    }
    return next;
  }
}
