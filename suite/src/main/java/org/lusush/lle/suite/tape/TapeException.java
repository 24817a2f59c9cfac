// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.tape;

/** Says in one sentence which line of a tape cannot be followed, and what to do. */
public final class TapeException extends Exception {

  private static final long serialVersionUID = 1;

  TapeException(String sentence) {
    super(sentence);
  }

  /** Returns the sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
