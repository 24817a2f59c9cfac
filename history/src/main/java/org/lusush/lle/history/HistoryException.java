// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

/** Says in one sentence why a history cannot be written or read, and what to do. */
public final class HistoryException extends Exception {

  private static final long serialVersionUID = 1;

  /** Makes one of a sentence. */
  public HistoryException(String sentence) {
    super(sentence);
  }

  /** Makes one of a sentence and what it comes from. */
  public HistoryException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** Returns the sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
