// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import org.lusush.lle.recorder.monitor.MonitorLevel;

/**
 * What a shell can do less of while resources are short. Called on the thread that updates the
 * {@link ResourceManager}; what a call throws is counted, and the call is not repeated.
 *
 * <p>Both are limits beside what a user chose, not in its place: taking them away leaves what the
 * user chose before or meanwhile.
 */
public interface ThrottleActions {

  /** Lets caches load ahead, or forbids it whatever they are set to. */
  void allowPrefetch(boolean allowed);

  /** Returns how much is measured, as the user chose it. */
  MonitorLevel level();

  /**
   * Limits how much is measured; what a recording asks for goes beyond it.
   *
   * @param ceiling the most, {@link MonitorLevel#EXHAUSTIVE} for no limit
   */
  void ceiling(MonitorLevel ceiling);
}
