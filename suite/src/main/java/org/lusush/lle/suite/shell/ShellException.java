// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.shell;

/** Says in one sentence why a shell could not be started, typed on or measured. */
public final class ShellException extends Exception {

  private static final long serialVersionUID = 1;

  /** Makes one of a sentence. */
  public ShellException(String sentence) {
    super(sentence);
  }

  ShellException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** Returns the sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
