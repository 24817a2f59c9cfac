// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.attach;

/** Says in one sentence why a JVM could not be entered or recorded, and what to do. */
public final class TargetException extends Exception {

  private static final long serialVersionUID = 1;

  /** Makes one of a sentence. */
  public TargetException(String sentence) {
    super(sentence);
  }

  TargetException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** Returns the sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
