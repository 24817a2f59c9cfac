// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.detection;

import java.util.List;
import java.util.Set;
import org.lusush.lle.analyzer.model.night.Night;

/** A way to look for what got slower. */
interface Detector {

  /** Returns what it is called in tables. */
  String name();

  /**
   * Returns the operations that it raises an alarm about on the last night.
   *
   * @param nights in their order
   */
  Set<String> slower(List<Night> nights);
}
