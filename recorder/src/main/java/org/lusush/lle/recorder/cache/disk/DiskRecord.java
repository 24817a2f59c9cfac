// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache.disk;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * One entry as it stands on disk. The sum covers its number and all that follows it.
 *
 * <pre>
 *  0         4             12          16
 *  +---------+-------------+-----------+---------+-----------+
 *  | CRC-32C | expires, ms | key bytes | key ... | value ... |
 *  +---------+-------------+-----------+---------+-----------+
 * </pre>
 *
 * @param expiresMillis when it ends, in milliseconds of the epoch
 * @param key encoded
 * @param value encoded
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DiskRecord(long expiresMillis, byte[] key, byte[] value) {

  private static final int HEADER = 16;

  /** Returns its bytes. */
  byte[] encode(long number) {
    var buffer = ByteBuffer.allocate(HEADER + key.length + value.length);
    buffer.position(Integer.BYTES);
    buffer.putLong(expiresMillis).putInt(key.length).put(key).put(value);
    buffer.putInt(0, sum(number, buffer.array()));
    return buffer.array();
  }

  /** Returns how many bytes it takes. */
  long bytes() {
    return (long) HEADER + key.length + value.length;
  }

  static DiskRecord decode(long number, byte[] bytes) throws DamagedException {
    var buffer = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER || buffer.getInt() != sum(number, bytes)) {
      throw new DamagedException("the checksum of an entry is wrong");
    }
    long expires = buffer.getLong();
    int keyLength = buffer.getInt();
    if (keyLength < 0 || keyLength > bytes.length - HEADER) {
      throw new DamagedException("an entry is cut short");
    }
    return new DiskRecord(
        expires,
        Arrays.copyOfRange(bytes, HEADER, HEADER + keyLength),
        Arrays.copyOfRange(bytes, HEADER + keyLength, bytes.length));
  }

  private static int sum(long number, byte[] bytes) {
    var crc = new CRC32C();
    crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
    crc.update(bytes, Integer.BYTES, bytes.length - Integer.BYTES);
    return (int) crc.getValue();
  }
}
