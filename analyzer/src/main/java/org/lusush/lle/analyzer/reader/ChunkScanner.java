// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.analyzer.reader.Structure.Break;
import org.lusush.lle.analyzer.reader.Structure.Why;

/**
 * Finds the chunks of a file by their headers, since the parser loses data without a word: it stops
 * at a chunk that is cut off, and gives up a whole file for one damaged chunk.
 */
final class ChunkScanner {

  private static final int WINDOW = 1 << 16;

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
      return stray(Why.UNFINISHED, position, 0);
    }
    if (header.size() > file.size() - position) {
      return stray(Why.CUT_OFF, position, header.end());
    }
    whole.add(header);
    return header.end();
  }

  /** Notes everything up to the next chunk as broken; cut off is only what no chunk follows. */
  private long stray(Why why, long from, long expectedEnd) throws IOException {
    long next = nextChunk(from + 1);
    boolean followed = next < file.size();
    Why real = why == Why.CUT_OFF && followed ? Why.DAMAGED : why;
    breaks.add(new Break(real, from, next, expectedEnd));
    return next;
  }

  private long nextChunk(long from) throws IOException {
    long position = from;
    while (position < file.size()) {
      ByteBuffer window = file.read(position, WINDOW);
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
    return file.size();
  }

  /**
   * Returns whether a whole chunk begins there that ends where it should. Less is not enough: each
   * chunk holds a copy of its own header among its constants.
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
        && (header.end() == file.size() || beginsChunk(file.read(header.end(), Integer.BYTES)));
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
