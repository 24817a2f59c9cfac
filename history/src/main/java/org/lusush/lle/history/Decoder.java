// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.nio.charset.StandardCharsets;

/**
 * Reads what an {@link Encoder} wrote, between two positions, and never outside of them: what is
 * asked for beyond the end is a {@link MalformedException}. Not thread-safe.
 */
final class Decoder {

  private byte[] bytes = new byte[0];
  private int at;
  private int end;

  void reset(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    at = from;
    this.end = end;
  }

  boolean hasMore() {
    return at < end;
  }

  int position() {
    return at;
  }

  /** Has it read no further than a position from now on, and returns where it did before. */
  int narrow(int count) {
    if (count < 0 || count > end - at) {
      throw new MalformedException();
    }
    int before = end;
    end = at + count;
    return before;
  }

  /** Skips what is left of a part, and goes on behind it. */
  void widen(int before) {
    at = end;
    end = before;
  }

  int u8() {
    if (at >= end) {
      throw new MalformedException();
    }
    return bytes[at++] & 0xFF;
  }

  int u16() {
    return u8() | u8() << 8;
  }

  int i32() {
    require(Integer.BYTES);
    int value = Frame.getInt(bytes, at);
    at += Integer.BYTES;
    return value;
  }

  long i64() {
    require(Long.BYTES);
    long value = Frame.getLong(bytes, at);
    at += Long.BYTES;
    return value;
  }

  long varint() {
    if (at < end && bytes[at] >= 0) {
      return bytes[at++];
    }
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new MalformedException();
  }

  /** Returns a number that is to be at least 0 and at most so large. */
  int varint(int most) {
    long value = varint();
    if (value < 0 || value > most) {
      throw new MalformedException();
    }
    return (int) value;
  }

  long signed() {
    long value = varint();
    return value >>> 1 ^ -(value & 1);
  }

  String text() {
    int length = varint(Frame.MAX_LENGTH);
    require(length);
    var text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  private void require(int count) {
    if (count > end - at) {
      throw new MalformedException();
    }
  }
}
