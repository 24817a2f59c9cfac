// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Turns objects into bytes and back. Used by several threads at once, never by the editor's.
 *
 * @param <T> the objects
 */
public interface Codec<T> {

  /** Returns an object's bytes. What it throws costs that object its place on disk, no more. */
  byte[] encode(T object);

  /**
   * Returns the object that some bytes were made of, equal to the one that was encoded. What it
   * throws costs that object its place on disk, no more.
   */
  T decode(byte[] bytes);

  /** Returns a codec of text. */
  static Codec<String> ofStrings() {
    return new Codec<>() {
      @Override
      public byte[] encode(String text) {
        return text.getBytes(UTF_8);
      }

      @Override
      public String decode(byte[] bytes) {
        return new String(bytes, UTF_8);
      }
    };
  }
}
