// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

/**
 * Wipes arrays by copying zeros over them, which for small ones takes a fraction of what filling
 * them does.
 */
final class Zeros {

  private static final int SIZE = 4096;
  private static final byte[] BYTES = new byte[SIZE];
  private static final char[] CHARS = new char[SIZE];

  private Zeros() {}

  static void wipe(byte[] array) {
    for (int from = 0; from < array.length; from += SIZE) {
      System.arraycopy(BYTES, 0, array, from, Math.min(SIZE, array.length - from));
    }
  }

  static void wipe(char[] array) {
    for (int from = 0; from < array.length; from += SIZE) {
      System.arraycopy(CHARS, 0, array, from, Math.min(SIZE, array.length - from));
    }
  }
}
