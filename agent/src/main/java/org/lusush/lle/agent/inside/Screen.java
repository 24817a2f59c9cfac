// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

/** The size of a screen in one number, as woven code hands it over. */
final class Screen {

  static final int ROW_SHIFT = 16;

  private Screen() {}

  static int rows(int size) {
    return Math.max(0, size >> ROW_SHIFT);
  }

  static int columns(int size) {
    return size & (1 << ROW_SHIFT) - 1;
  }
}
