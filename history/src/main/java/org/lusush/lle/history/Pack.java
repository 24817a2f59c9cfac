// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

/**
 * The layout of a pack, which holds the records of a cycle for good, in less room, little endian:
 *
 * <pre>
 *   0          8        12        16           24          32        40
 *   +----------+--------+---------+------------+-----------+---------+-------------- - -
 *   | LLEPACK1 | CRC32C | version | first time | last time | records | block, block …
 *   +----------+--------+---------+------------+-----------+---------+-------------- - -
 *
 *   0         2         3   4        8            12           16
 *   +---------+---------+---+--------+------------+------------+-------------- - -
 *   | 'L','B' | version | 0 | CRC32C | raw length | length     | deflated
 *   +---------+---------+---+--------+------------+------------+-------------- - -
 *
 *   a record, inflated: kind u8 | version u8 | length | sequence step | time step | payload
 * </pre>
 *
 * Checksums are of all that follows them, in the header or the block. Steps are from the record
 * before, and from 0 in the first of a block, so that a block can be read without those before it;
 * a time step is doubled, in milliseconds, or in nanoseconds and with a 1 added where it is no
 * whole number of them.
 */
final class Pack {

  static final int VERSION = 1;
  static final long MAGIC =
      'L'
          | 'L' << 8
          | 'E' << 16
          | (long) 'P' << 24
          | (long) 'A' << 32
          | (long) 'C' << 40
          | (long) 'K' << 48
          | (long) '1' << 56;
  static final int HEADER = 40;
  static final int CRC_AT = 8;
  static final int VERSION_AT = 12;
  static final int FIRST_AT = 16;
  static final int LAST_AT = 24;
  static final int RECORDS_AT = 32;

  static final int BLOCK_MAGIC = 'L' | 'B' << 8;
  static final int BLOCK_HEADER = 16;
  static final int BLOCK_CRC_AT = 4;
  static final int RAW_LENGTH_AT = 8;
  static final int LENGTH_AT = 12;

  /** From this size on a block is ended; one record more may be in it. */
  static final int RAW_BLOCK = 1 << 17;

  static final int MAX_RAW_BLOCK = RAW_BLOCK + Frame.MAX_LENGTH + 64;

  /** Deflating may make a block a little longer. */
  static final int MAX_BLOCK = MAX_RAW_BLOCK + MAX_RAW_BLOCK / 1_000 + 64;

  static final long NANOS_PER_MILLI = 1_000_000;

  private Pack() {}
}
