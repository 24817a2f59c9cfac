// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A place in a chunk from which numbers and texts are read, through a window on its bytes. Not
 * thread-safe.
 *
 * <p>Numbers are compressed, seven bits a byte, the lowest first and a whole ninth byte; or all of
 * them are big-endian, in the width of their type.
 */
final class Cursor {

  static final int NULL_TEXT = 0;
  static final int EMPTY_TEXT = 1;
  static final int POOLED_TEXT = 2;
  static final int UTF8_TEXT = 3;
  static final int CHARS_TEXT = 4;
  static final int LATIN1_TEXT = 5;

  /** A longer text is no text of a chunk. */
  static final int LONGEST_TEXT = 16 << 20;

  /** How many bytes a compressed number takes at most. */
  static final int LONGEST_NUMBER = 9;

  /** So much can be read without a look at the end of the window. */
  private static final int SLACK = LONGEST_NUMBER;

  private final ChunkSource source;
  private final boolean compressed;
  private final int window;

  /** The window, and zeros after it, which a number that is cut off runs into. */
  private byte[] bytes;

  /** Where in the chunk the window begins. */
  private long base;

  private int position;

  /** The end of the window. */
  private int end;

  Cursor(ChunkSource source, boolean compressed, int window) {
    this.source = source;
    this.compressed = compressed;
    this.window = window;
    bytes = new byte[window + SLACK];
  }

  boolean isCompressed() {
    return compressed;
  }

  long size() {
    return source.size();
  }

  /** Returns where in the chunk it is. */
  long at() {
    return base + position;
  }

  /** Returns the bytes from {@link #position} to {@link #end}, valid until it reads on. */
  byte[] bytes() {
    return bytes;
  }

  int position() {
    return position;
  }

  int end() {
    return end;
  }

  /** Goes on within the bytes that are there. */
  void moveTo(int place) {
    position = place;
  }

  /** Returns where in the file it is. */
  long origin() {
    return source.origin() + at();
  }

  void seek(long place) throws IOException {
    long within = place - base;
    if (within >= 0 && within <= end) {
      position = (int) within;
    } else if (place >= 0 && place <= source.size()) {
      base = place;
      position = 0;
      end = 0;
    } else {
      throw cutOff();
    }
  }

  void skip(long count) throws IOException {
    if (count < 0) {
      throw new DamagedException("something has a negative size, at byte " + origin());
    }
    if (count <= end - position) {
      position += (int) count;
    } else {
      seek(at() + count);
    }
  }

  /** Returns the bytes that follow, which the chunk must have, and stays where it is. */
  byte[] peek(int count) throws IOException {
    byte[] following = new byte[count];
    if (source.read(at(), following, 0, count) < count) {
      throw cutOff();
    }
    return following;
  }

  /** Has so many bytes in the window, as far as the chunk has them. */
  private void fill(int count) throws IOException {
    if (position > end) {
      throw cutOff();
    }
    int kept = end - position;
    byte[] target = count <= window ? bytes : new byte[count + SLACK];
    System.arraycopy(bytes, position, target, 0, kept);
    base += position;
    position = 0;
    bytes = target;
    int read = source.read(base + kept, bytes, kept, bytes.length - SLACK - kept);
    end = kept + Math.max(0, read);
    Arrays.fill(bytes, end, end + SLACK, (byte) 0);
  }

  private void refill() throws IOException {
    boolean more = base + end < source.size();
    if (more) {
      fill(SLACK);
    }
    if (position >= end) {
      throw cutOff();
    }
  }

  private DamagedException cutOff() {
    return new DamagedException("something goes on after the end, at byte " + origin());
  }

  int octet() throws IOException {
    if (end - position < SLACK) {
      refill();
    }
    return bytes[position++] & 0xFF;
  }

  /** Reads a {@code long}. */
  long number() throws IOException {
    return number(Long.BYTES);
  }

  /** Reads an {@code int}, or another number that takes as many bytes where none is compressed. */
  long number(int plainBytes) throws IOException {
    if (end - position < SLACK) {
      refill();
    }
    if (!compressed) {
      return plain(plainBytes);
    }
    byte[] b = bytes;
    int p = position;
    long value = b[p++];
    if (value < 0) {
      value &= 0x7F;
      int shift = 7;
      while (true) {
        long next = b[p++];
        if (shift == 56) {
          value |= (next & 0xFF) << 56;
          break;
        }
        value |= (next & 0x7F) << shift;
        if (next >= 0) {
          break;
        }
        shift += 7;
      }
    }
    position = p;
    return value;
  }

  /** Reads a number that never is compressed. */
  long fixed(int count) throws IOException {
    if (end - position < SLACK) {
      refill();
    }
    return plain(count);
  }

  int count() throws IOException {
    long value = number(Integer.BYTES);
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new DamagedException("a count is absurd, at byte " + origin());
    }
    return (int) value;
  }

  private long plain(int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 8 | (bytes[position++] & 0xFF);
    }
    return value;
  }

  /** Reads a text that may be pooled by the key that follows. */
  @Nullable String text(Texts texts) throws IOException {
    int encoding = octet();
    return switch (encoding) {
      case NULL_TEXT -> null;
      case EMPTY_TEXT -> "";
      case POOLED_TEXT -> texts.pooled(number());
      case CHARS_TEXT -> chars(texts);
      case UTF8_TEXT, LATIN1_TEXT -> {
        int length = textLength();
        require(length);
        String text = texts.of(encoding, bytes, position, length);
        position += length;
        yield text;
      }
      default -> throw oddText(encoding);
    };
  }

  /** Passes a text. */
  void skipText() throws IOException {
    int encoding = octet();
    switch (encoding) {
      case NULL_TEXT, EMPTY_TEXT -> {}
      case POOLED_TEXT -> number();
      case UTF8_TEXT, LATIN1_TEXT -> skip(textLength());
      case CHARS_TEXT -> {
        int length = textLength();
        if (compressed) {
          skipCharacters(length);
        } else {
          skip((long) length * Character.BYTES);
        }
      }
      default -> throw oddText(encoding);
    }
  }

  private void skipCharacters(int count) throws IOException {
    int left = count;
    while (left > 0) {
      if (position >= end) {
        fill(1);
        if (position >= end) {
          throw cutOff();
        }
      }
      if (bytes[position++] >= 0) {
        left--;
      }
    }
  }

  /** Returns the run of texts that begins here, and passes it, or returns {@link Runs#NONE}. */
  int findRun(Runs runs) throws IOException {
    if (!compressed) {
      return Runs.NONE;
    }
    if (end - position < Runs.LONGEST && base + end < source.size()) {
      fill(Runs.LONGEST);
    }
    int run = runs.find(bytes, position, end);
    if (run != Runs.NONE) {
      position += runs.length();
    }
    return run;
  }

  /** Keeps the run of texts that began at a place and ends here. */
  int addRun(Runs runs, long from, @Nullable String[] found) {
    boolean within = compressed && from >= base;
    return within ? runs.add(bytes, (int) (from - base), (int) (at() - from), found) : Runs.NONE;
  }

  private DamagedException oddText(int encoding) {
    return new DamagedException(
        "a text has the unknown encoding " + encoding + ", at byte " + (origin() - 1));
  }

  private int textLength() throws IOException {
    int length = count();
    if (length > LONGEST_TEXT || length > source.size() - at()) {
      throw new DamagedException("a text has an absurd length, at byte " + origin());
    }
    return length;
  }

  /** Has so many bytes in the window, which the chunk must have. */
  private void require(int count) throws IOException {
    if (count > end - position) {
      fill(count);
      if (count > end - position) {
        throw cutOff();
      }
    }
  }

  /** The JVM writes short texts like this; of ASCII each compressed character is its own byte. */
  private String chars(Texts texts) throws IOException {
    int length = textLength();
    if (compressed) {
      require(length);
      String ascii = texts.ascii(bytes, position, length);
      if (ascii != null) {
        position += length;
        return ascii;
      }
    }
    var text = new StringBuilder(Math.min(length, 256));
    for (int i = 0; i < length; i++) {
      text.append((char) number(Character.BYTES));
    }
    return text.toString();
  }

  static boolean isAscii(byte[] bytes, int from, int length) {
    int all = 0;
    for (int i = from; i < from + length; i++) {
      all |= bytes[i];
    }
    return all >= 0;
  }

  static String decoded(int encoding, byte[] bytes, int from, int length) {
    return new String(
        bytes,
        from,
        length,
        encoding == UTF8_TEXT ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }
}
