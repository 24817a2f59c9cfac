// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes that grow: numbers in as few bytes as they need, seven bits each, the lowest first. One
 * that is used again allocates nothing. Not thread-safe.
 */
final class Encoder {

  private byte[] bytes = new byte[512];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /** Leaves out what comes after a position. */
  void truncate(int position) {
    length = position;
  }

  void skip(int count) {
    room(count);
    length += count;
  }

  void u8(int value) {
    room(1);
    bytes[length++] = (byte) value;
  }

  void i32(int value) {
    room(Integer.BYTES);
    Frame.putInt(bytes, length, value);
    length += Integer.BYTES;
  }

  void i64(long value) {
    room(Long.BYTES);
    Frame.putLong(bytes, length, value);
    length += Long.BYTES;
  }

  /** Appends a number without sign; negative ones take ten bytes. */
  void varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** Appends a number that may as well be negative. */
  void signed(long value) {
    varint(value << 1 ^ value >> 63);
  }

  void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    varint(utf8.length);
    raw(utf8, 0, utf8.length);
  }

  void raw(byte[] source, int from, int count) {
    room(count);
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }

  /** Begins a part whose length is not known yet, and returns where. */
  int open(int id) {
    u8(id);
    int mark = length;
    skip(2);
    return mark;
  }

  /** Ends the part that began there; one that stayed empty is taken back. */
  void close(int mark) {
    int size = length - mark - 2;
    if (size == 0) {
      length = mark - 1;
      return;
    }
    bytes[mark] = (byte) size;
    bytes[mark + 1] = (byte) (size >>> 8);
  }

  private void room(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
  }
}
