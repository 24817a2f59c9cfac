// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.HdrHistogram.Histogram;

/**
 * Decodes the histograms that recordings carry: HdrHistogram V2 compressed, in base64. Whatever the
 * text is, it costs bounded memory and no exception.
 *
 * <pre>
 *   0                     4                     8
 *   +---------------------+---------------------+---------------- - -
 *   | compressed cookie   | deflated length     | deflated:
 *   +---------------------+---------------------+---------------- - -
 *   0        4        8        12       16       24        32      40
 *   +--------+--------+--------+--------+--------+---------+-------+-- - -
 *   | cookie | length | offset | digits | lowest | highest | ratio | counts
 *   +--------+--------+--------+--------+--------+---------+-------+-- - -
 * </pre>
 */
public final class IntervalHistograms {

  /** Characters of base64; a real histogram has some hundreds. */
  static final int MAX_CHARACTERS = 1 << 20;

  /** Bytes inflated; all counts of three digits are less than half of this. */
  private static final int MAX_BYTES = 1 << 20;

  private static final int MAX_DIGITS = 3;
  private static final int COMPRESSED_COOKIE = 0x1c849304;
  private static final int COOKIE = 0x1c849303;
  private static final int WORD_SIZE_BITS = 0xf0;
  private static final int PREFIX_BYTES = 8;
  private static final int HEADER_BYTES = 40;
  private static final int OFFSET_AT = 8;
  private static final int DIGITS_AT = 12;

  private IntervalHistograms() {}

  /** Returns the histogram, or nothing when the text is none or one too large. */
  public static Optional<Histogram> decode(String base64) {
    if (base64.length() > MAX_CHARACTERS) {
      return Optional.empty();
    }
    try {
      return inflate(Base64.getDecoder().decode(base64))
          .filter(IntervalHistograms::isSound)
          .map(bytes -> Histogram.decodeFromByteBuffer(bytes, 0))
          .filter(histogram -> histogram.getTotalCount() >= 0);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<ByteBuffer> inflate(byte[] bytes) throws IOException {
    if (bytes.length < PREFIX_BYTES || !hasCookie(ByteBuffer.wrap(bytes), COMPRESSED_COOKIE)) {
      return Optional.empty();
    }
    var deflated = new ByteArrayInputStream(bytes, PREFIX_BYTES, bytes.length - PREFIX_BYTES);
    try (InputStream inflated = new InflaterInputStream(deflated)) {
      return Optional.of(ByteBuffer.wrap(inflated.readNBytes(MAX_BYTES)));
    }
  }

  /** Returns whether the header asks for no more memory than a recorder's histogram does. */
  private static boolean isSound(ByteBuffer bytes) {
    return bytes.remaining() >= HEADER_BYTES
        && hasCookie(bytes, COOKIE)
        && bytes.getInt(OFFSET_AT) == 0
        && bytes.getInt(DIGITS_AT) <= MAX_DIGITS;
  }

  private static boolean hasCookie(ByteBuffer bytes, int cookie) {
    return (bytes.getInt(0) & ~WORD_SIZE_BITS) == cookie;
  }
}
