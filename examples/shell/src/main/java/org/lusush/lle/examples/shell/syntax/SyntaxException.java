// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.syntax;

import org.jspecify.annotations.Nullable;

/** A command line that cannot be run as it stands: wrong, or not finished yet. */
public final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final @Nullable String missing;

  private SyntaxException(String message, @Nullable String missing) {
    super(message, null, false, false);
    this.missing = missing;
  }

  static SyntaxException wrong(String message) {
    return new SyntaxException(message, null);
  }

  static SyntaxException unfinished(String missing, String message) {
    return new SyntaxException(message, missing);
  }

  /** Returns one word for what the next line must bring, or null when more input cannot help. */
  public @Nullable String missing() {
    return missing;
  }
}
