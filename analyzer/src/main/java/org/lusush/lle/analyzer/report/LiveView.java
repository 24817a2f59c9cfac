// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.time.Duration;

/**
 * How the live view is looked at. Immutable.
 *
 * @param columns width of the screen
 * @param rows height of the screen
 * @param sort column by which operations are sorted
 * @param reversed whether in the other direction than usual
 * @param scrolled how many operations are above the first that is shown
 * @param paused whether figures stand still
 * @param help whether the keys are explained
 * @param silence for how long nothing has been heard of the shell; zero while figures come as they
 *     should
 */
public record LiveView(
    int columns,
    int rows,
    LiveColumn sort,
    boolean reversed,
    int scrolled,
    boolean paused,
    boolean help,
    Duration silence) {

  /** Rows of a frame that is not for a screen, and shows all there is. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  public LiveView {
    if (columns <= 0 || rows <= 0) {
      throw new IllegalArgumentException(
          "columns and rows must be over 0, were " + columns + " and " + rows);
    }
  }

  /** Returns the view of somebody who has pressed no key. */
  public static LiveView of(int columns, int rows, LiveColumn sort) {
    return new LiveView(columns, rows, sort, false, 0, false, false, Duration.ZERO);
  }

  public LiveView withSize(int newColumns, int newRows) {
    return new LiveView(newColumns, newRows, sort, reversed, scrolled, paused, help, silence);
  }

  public LiveView withSort(LiveColumn newSort) {
    return new LiveView(columns, rows, newSort, false, 0, paused, help, silence);
  }

  public LiveView withReversed(boolean newReversed) {
    return new LiveView(columns, rows, sort, newReversed, 0, paused, help, silence);
  }

  public LiveView withScrolled(int newScrolled) {
    return new LiveView(
        columns, rows, sort, reversed, Math.max(0, newScrolled), paused, help, silence);
  }

  public LiveView withPaused(boolean newPaused) {
    return new LiveView(columns, rows, sort, reversed, scrolled, newPaused, help, silence);
  }

  public LiveView withHelp(boolean newHelp) {
    return new LiveView(columns, rows, sort, reversed, scrolled, paused, newHelp, silence);
  }

  public LiveView withSilence(Duration newSilence) {
    return new LiveView(columns, rows, sort, reversed, scrolled, paused, help, newSilence);
  }

  boolean isSilent() {
    return !silence.isZero();
  }

  boolean isScreen() {
    return rows != UNLIMITED;
  }
}
