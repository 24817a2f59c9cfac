// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.screen;

/**
 * A key that was pressed.
 *
 * @param character what it types, when it is a {@link Kind#CHARACTER}; otherwise 0
 */
public record Key(Kind kind, int character) {

  /** What sort of key. */
  public enum Kind {
    CHARACTER,
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    HOME,
    END,
    /** Ctrl-C, or the end of the input. */
    INTERRUPT,
    /** One that has no meaning here. */
    OTHER
  }

  static Key of(Kind kind) {
    return new Key(kind, 0);
  }
}
