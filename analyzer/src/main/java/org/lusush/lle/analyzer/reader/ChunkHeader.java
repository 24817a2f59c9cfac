// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.nio.ByteBuffer;
import org.lusush.lle.analyzer.reader.decode.ChunkFrame;

/**
 * The first bytes of a chunk; a recording is chunks one after the other. All numbers big-endian:
 *
 * <pre>
 *   0        4       6       8            16             24             32
 *   +--------+-------+-------+------------+--------------+--------------+
 *   | FLR\0  | major | minor | chunk size | checkpoint at | metadata at |
 *   +--------+-------+-------+------------+--------------+--------------+
 *   32            40         48            56             64      65    68
 *   +-------------+----------+-------------+--------------+-------+-----+
 *   | start nanos | duration | start ticks | ticks/second | state |flags|
 *   +-------------+----------+-------------+--------------+-------+-----+
 * </pre>
 *
 * @param offset where in the file the chunk begins; the other offsets count from here
 * @param state 0 when the chunk is final
 */
record ChunkHeader(
    long offset,
    int major,
    int minor,
    long size,
    long checkpointOffset,
    long metadataOffset,
    long startNanos,
    long durationNanos,
    long startTicks,
    long ticksPerSecond,
    int state,
    boolean compressedInts) {

  static final int BYTES = 68;
  static final int MAGIC = 0x464C5200;

  /**
   * What tells a chunk from all others, wherever it was copied to: two JVMs, or one whose clock was
   * set back, can begin chunks at the same moment.
   */
  record Identity(
      long startNanos,
      long durationNanos,
      long startTicks,
      long ticksPerSecond,
      long size,
      long metadataOffset) {
    @Override // a record's own takes long to be made
    public int hashCode() {
      return Long.hashCode(startNanos);
    }
  }

  /** What tells how a chunk begins, however much of it is there. */
  record Beginning(long startNanos, long startTicks, long ticksPerSecond) {
    @Override // a record's own takes long to be made
    public int hashCode() {
      return Long.hashCode(startNanos);
    }
  }

  /** Reads a header from a buffer that holds at least {@link #BYTES} bytes. */
  static ChunkHeader read(ByteBuffer buffer, long offset) {
    return new ChunkHeader(
        offset,
        buffer.getShort(4),
        buffer.getShort(6),
        buffer.getLong(8),
        buffer.getLong(16),
        buffer.getLong(24),
        buffer.getLong(32),
        buffer.getLong(40),
        buffer.getLong(48),
        buffer.getLong(56),
        buffer.get(64),
        (buffer.get(67) & 1) != 0);
  }

  ChunkFrame frame() {
    return new ChunkFrame(
        BYTES,
        checkpointOffset,
        metadataOffset,
        startNanos,
        startTicks,
        ticksPerSecond,
        compressedInts);
  }

  Identity identity() {
    return new Identity(
        startNanos, durationNanos, startTicks, ticksPerSecond, size, metadataOffset);
  }

  Beginning beginning() {
    return new Beginning(startNanos, startTicks, ticksPerSecond);
  }

  long end() {
    return offset + size;
  }

  boolean isSupported() {
    return major == 1 || major == 2;
  }

  boolean isFinal() {
    return state == 0 && size != 0;
  }

  /**
   * Returns whether the JVM that still writes it, or died meanwhile, has noted how far it is good.
   */
  boolean isGoodSoFar() {
    return state != 0 && size > BYTES && isInside(checkpointOffset) && isInside(metadataOffset);
  }

  /** Returns whether the numbers can be those of a chunk, whether or not all of it is there. */
  boolean isPlausible() {
    return isSupported()
        && ticksPerSecond > 0
        && startNanos > 0
        && durationNanos >= 0
        && (!isFinal() || (size > BYTES && isInside(checkpointOffset) && isInside(metadataOffset)));
  }

  private boolean isInside(long position) {
    return position >= BYTES && position < size;
  }
}
