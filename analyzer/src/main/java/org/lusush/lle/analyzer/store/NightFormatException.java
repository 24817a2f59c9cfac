// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.store;

/** A text is not a night's results; the message says why, as the rest of a sentence. */
final class NightFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  NightFormatException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
