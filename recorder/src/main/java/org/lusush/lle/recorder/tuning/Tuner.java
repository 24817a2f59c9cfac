// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import java.util.List;

/**
 * Learns from what happened and says what should be changed; changes nothing itself.
 *
 * <p>The {@link Coordinator} calls it on the thread that steps it, never on the editor's. One that
 * throws is left out after a few times.
 */
public interface Tuner {

  /** Returns its name in decisions and reports. */
  String name();

  /** Takes in what happened since the last call. Called at every step, each second or so. */
  default void observe() {}

  /**
   * Returns what should be changed now, or nothing.
   *
   * @param now the window that has just ended
   */
  List<Advice> advise(Window now);
}
