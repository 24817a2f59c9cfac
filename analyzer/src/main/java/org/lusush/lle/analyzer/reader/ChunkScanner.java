// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lusush.lle.analyzer.reader.Structure.Break;
import org.lusush.lle.analyzer.reader.Structure.Why;

/**
 * Finds the chunks of a file by their headers, since the parser loses data without a word: it stops
 * at a chunk that is cut off, and gives up a whole file for one damaged chunk.
 */
final class ChunkScanner {

  private static final int WINDOW = 1 << 16;

  /** How many bytes the size of an event takes at most. */
  private static final int LONGEST_SIZE = 9;

  private final FileBytes file;
  private final List<ChunkHeader> whole = new ArrayList<>();
  private final List<Break> breaks = new ArrayList<>();

  private ChunkScanner(FileBytes file) {
    this.file = file;
  }

  static Structure scan(FileBytes file) throws IOException {
    var scanner = new ChunkScanner(file);
    long position = 0;
    while (position < file.size()) {
      position = scanner.step(position);
    }
    return new Structure(scanner.whole, scanner.breaks);
  }

  /** Takes in what is at a position, and returns where to go on. */
  private long step(long position) throws IOException {
    ByteBuffer start = file.read(position, ChunkHeader.BYTES);
    if (!beginsChunk(start)) {
      return stray(Why.DAMAGED, position, 0);
    }
    if (start.remaining() < ChunkHeader.BYTES) {
      return stray(Why.CUT_OFF, position, 0);
    }
    ChunkHeader header = ChunkHeader.read(start, position);
    if (!header.isSupported()) {
      return stray(Why.UNSUPPORTED, position, 0);
    }
    if (!header.isPlausible()) {
      return stray(Why.DAMAGED, position, 0);
    }
    if (!header.isFinal()) {
      return stray(Why.UNFINISHED, position, 0, Optional.of(header));
    }
    if (header.size() > file.size() - position) {
      return stray(Why.CUT_OFF, position, header.end(), Optional.of(header));
    }
    if (!endsWell(header)) {
      long inner = nextChunk(position + 1, header.end());
      if (inner < header.end()) {
        // Some of it is missing, so that its size leads into another chunk.
        return stray(Why.DAMAGED, position, header.end(), Optional.of(header));
      }
    }
    whole.add(header);
    return header.end();
  }

  /** Returns whether the file ends there too, or another chunk begins. */
  private boolean endsWell(ChunkHeader header) throws IOException {
    return header.end() == file.size() || beginsChunk(file.read(header.end(), Integer.BYTES));
  }

  private long stray(Why why, long from, long expectedEnd) throws IOException {
    return stray(why, from, expectedEnd, Optional.empty());
  }

  /** Notes everything up to the next chunk as broken; cut off is only what no chunk follows. */
  private long stray(Why why, long from, long expectedEnd, Optional<ChunkHeader> chunk)
      throws IOException {
    long next = nextChunk(from + 1, file.size());
    boolean followed = next < file.size();
    Why real = why == Why.CUT_OFF && followed ? Why.DAMAGED : why;
    breaks.add(new Break(real, from, next, expectedEnd, chunk));
    return next;
  }

  /** Returns where the next chunk begins, or the limit where none does before. */
  private long nextChunk(long from, long limit) throws IOException {
    long position = from;
    while (position < limit) {
      ByteBuffer window = file.read(position, (int) Math.min(WINDOW, limit - position));
      for (int i = 0; i + Integer.BYTES <= window.limit(); i++) {
        if (window.get(i) == 'F'
            && window.getInt(i) == ChunkHeader.MAGIC
            && isHeader(position + i)) {
          return position + i;
        }
      }
      if (window.limit() < WINDOW) {
        break;
      }
      position += WINDOW - Integer.BYTES + 1;
    }
    return limit;
  }

  /**
   * Returns whether a whole chunk begins there that ends where it should, or has its parts where
   * they should be. Less is not enough: each chunk holds a copy of its own header among its
   * constants.
   */
  private boolean isHeader(long position) throws IOException {
    ByteBuffer start = file.read(position, ChunkHeader.BYTES);
    if (start.remaining() < ChunkHeader.BYTES) {
      return false;
    }
    ChunkHeader header = ChunkHeader.read(start, position);
    return header.isPlausible()
        && header.isFinal()
        && header.size() <= file.size() - position
        && (endsWell(header) || leadsToItsParts(header));
  }

  private boolean leadsToItsParts(ChunkHeader header) throws IOException {
    return header.compressedInts()
        && isEvent(header, header.metadataOffset(), 0)
        && isEvent(header, header.checkpointOffset(), 1);
  }

  /** Returns whether an event of a type seems to be there: its size, and then its type. */
  private boolean isEvent(ChunkHeader header, long place, int type) throws IOException {
    ByteBuffer bytes = file.read(header.offset() + place, LONGEST_SIZE + 1);
    int at = 0;
    while (at < bytes.limit() && at < LONGEST_SIZE && bytes.get(at) < 0) {
      at++;
    }
    return at + 1 < bytes.limit() && bytes.get(at + 1) == type;
  }

  /** Returns whether the bytes begin with the magic, as far as they go. */
  static boolean beginsChunk(ByteBuffer start) {
    for (int i = 0; i < Math.min(Integer.BYTES, start.limit()); i++) {
      if (start.get(i) != (byte) (ChunkHeader.MAGIC >>> (8 * (3 - i)))) {
        return false;
      }
    }
    return start.limit() > 0;
  }
}
