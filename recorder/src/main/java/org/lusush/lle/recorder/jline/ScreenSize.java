// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

/**
 * The size of the terminal as the editor last saw it; 0 before that.
 *
 * <p>Asking the terminal again would start a process on some systems. Written by the editor's
 * thread, read by any.
 */
final class ScreenSize {
  private volatile int columns;
  private volatile int rows;

  void set(int columns, int rows) {
    this.columns = Math.max(0, columns);
    this.rows = Math.max(0, rows);
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }
}
