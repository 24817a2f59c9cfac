// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import java.util.Arrays;

/**
 * The text of a small file, and numbers in it, without making strings of them. Not thread-safe.
 *
 * <p>What is missing, cut off or no number is -1: a number counts only if something follows it, as
 * in every file of the kernel.
 */
final class Text {

  static final long UNKNOWN = -1;

  private static final int FIRST_SIZE = 4096;
  private static final int LARGEST_SIZE = 1 << 20;

  byte[] bytes = new byte[FIRST_SIZE];
  int length;
  private int position;

  /** Makes room for more, unless there is too much already. */
  boolean grow() {
    if (bytes.length >= LARGEST_SIZE) {
      return false;
    }
    bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    return true;
  }

  /** Goes back to the beginning. */
  void rewind() {
    position = 0;
  }

  /**
   * Goes to behind a word that begins a line, blanks before it aside: in the next such line, or
   * else the first; false where there is none.
   */
  boolean goTo(String word) {
    if (position > 0 && nextLine() && find(word)) {
      return true;
    }
    rewind();
    return find(word);
  }

  private boolean find(String word) {
    do {
      skipBlanks();
      if (startsWith(word)) {
        position += word.length();
        return true;
      }
    } while (nextLine());
    return false;
  }

  /** Goes to behind the last occurrence of a character; false where there is none. */
  boolean goToLast(char character) {
    for (int i = length - 1; i >= 0; i--) {
      if (bytes[i] == character) {
        position = i + 1;
        return true;
      }
    }
    return false;
  }

  /** Goes to the next line; false where there is none. */
  boolean nextLine() {
    while (position < length) {
      if (bytes[position++] == '\n') {
        return position < length;
      }
    }
    return false;
  }

  /** Goes over some words of the line. */
  void skipWords(int count) {
    for (int i = 0; i < count; i++) {
      skipBlanks();
      while (position < length && bytes[position] > ' ') {
        position++;
      }
    }
  }

  /** Goes to behind the next of a character in the line; false where there is none. */
  boolean goBehind(char character) {
    for (int i = position; i < length && bytes[i] != '\n'; i++) {
      if (bytes[i] == character) {
        position = i + 1;
        return true;
      }
    }
    return false;
  }

  /** Returns whether a word is next in the line. */
  boolean isNext(String word) {
    skipBlanks();
    return startsWith(word);
  }

  /** Returns the whole number that is next in the line, or -1. */
  long number() {
    skipBlanks();
    int start = position;
    long value = 0;
    while (position < length && isDigit(bytes[position])) {
      int digit = bytes[position++] - '0';
      if (value > (Long.MAX_VALUE - digit) / 10) {
        return UNKNOWN;
      }
      value = 10 * value + digit;
    }
    return position == start || position == length || isWord(bytes[position]) ? UNKNOWN : value;
  }

  /** Returns the whole number that is all there is in the line, or -1. */
  long onlyNumber() {
    long value = number();
    skipBlanks();
    return position < length && bytes[position] == '\n' ? value : UNKNOWN;
  }

  /** Returns the number that follows a word at the beginning of a line, or -1. */
  long numberOf(String word) {
    return goTo(word) ? number() : UNKNOWN;
  }

  /** Returns the number of hundredths that is next in the line, such as {@code 12.34}, or -1. */
  long hundredths() {
    skipBlanks();
    int start = position;
    while (position < length && isDigit(bytes[position])) {
      position++;
    }
    if (position == start || position + 3 >= length || bytes[position] != '.') {
      return UNKNOWN;
    }
    position = start;
    long whole = 0;
    while (isDigit(bytes[position])) {
      whole = 10 * whole + bytes[position++] - '0';
    }
    position++;
    long fraction = number();
    return fraction == UNKNOWN || fraction > 99 || whole > Integer.MAX_VALUE
        ? UNKNOWN
        : 100 * whole + fraction;
  }

  private void skipBlanks() {
    while (position < length && (bytes[position] == ' ' || bytes[position] == '\t')) {
      position++;
    }
  }

  private boolean startsWith(String word) {
    if (position + word.length() > length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[position + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }

  private static boolean isWord(byte character) {
    return character > ' ' && character != '.' && character != '%';
  }
}
