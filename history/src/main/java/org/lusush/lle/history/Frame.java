// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * A record of a history as it lies in a queue, little endian:
 *
 * <pre>
 *   0        2         3      4        8        12         16           24
 *   +--------+---------+------+--------+--------+----------+------------+------- - -
 *   | 'L','H'| version | kind | CRC32C | length | sequence | time       | payload
 *   +--------+---------+------+--------+--------+----------+------------+------- - -
 * </pre>
 *
 * The checksum is of everything after it; the length is the payload's; sequence numbers count the
 * records of a source from 1, without a gap; the time is in nanoseconds since the epoch. Versions
 * may add kinds, and sections to a payload, but never move these fields: whoever does not know a
 * kind skips it.
 */
final class Frame {

  static final int VERSION = 1;
  static final int HEADER = 24;

  /** A payload is shorter: what claims to be longer is damage. */
  static final int MAX_LENGTH = 60_000;

  static final int MAGIC = 'L' | 'H' << 8;

  private static final int CRC_AT = 4;
  private static final int LENGTH_AT = 8;
  private static final int SEQUENCE_AT = 12;
  private static final int TIME_AT = 16;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Frame() {}

  /** Begins a frame at the start of an array; the payload follows the header. */
  static void begin(byte[] frame, Kind kind, long timeNanos) {
    putInt(frame, 0, MAGIC | VERSION << 16 | kind.code() << 24);
    putLong(frame, TIME_AT, timeNanos);
  }

  /** Completes a frame whose payload is in place, as the last step before it is appended. */
  static void seal(byte[] frame, int length, int sequence, CRC32C crc) {
    putInt(frame, LENGTH_AT, length - HEADER);
    putInt(frame, SEQUENCE_AT, sequence);
    putInt(frame, CRC_AT, checksum(frame, 0, length, crc));
  }

  private static int checksum(byte[] bytes, int at, int length, CRC32C crc) {
    crc.reset();
    crc.update(bytes, at + LENGTH_AT, length - LENGTH_AT);
    crc.update(bytes, at, CRC_AT);
    return (int) crc.getValue();
  }

  /** Returns whether a whole, undamaged frame of at most so many bytes lies there. */
  static boolean isSound(byte[] bytes, int at, int available, CRC32C crc) {
    return looksLikeOne(bytes, at, available)
        && payloadLength(bytes, at) <= available - HEADER
        && checksum(bytes, at, HEADER + payloadLength(bytes, at), crc)
            == getInt(bytes, at + CRC_AT);
  }

  /** Returns whether there is the header of a frame, by a cheap look. */
  static boolean looksLikeOne(byte[] bytes, int at, int available) {
    return available >= HEADER
        && (getInt(bytes, at) & 0xFFFF) == MAGIC
        && payloadLength(bytes, at) >= 0
        && payloadLength(bytes, at) <= MAX_LENGTH;
  }

  static int version(byte[] bytes, int at) {
    return bytes[at + 2] & 0xFF;
  }

  static int kind(byte[] bytes, int at) {
    return bytes[at + 3] & 0xFF;
  }

  static int payloadLength(byte[] bytes, int at) {
    return getInt(bytes, at + LENGTH_AT);
  }

  static long sequence(byte[] bytes, int at) {
    return getInt(bytes, at + SEQUENCE_AT) & 0xFFFF_FFFFL;
  }

  static long timeNanos(byte[] bytes, int at) {
    return getLong(bytes, at + TIME_AT);
  }

  static int getInt(byte[] bytes, int at) {
    return (int) INT.get(bytes, at);
  }

  static long getLong(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  static void putInt(byte[] bytes, int at, int value) {
    INT.set(bytes, at, value);
  }

  static void putLong(byte[] bytes, int at, long value) {
    LONG.set(bytes, at, value);
  }
}
