// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.night;

import java.util.List;

/**
 * What a night was recorded under: what has to be alike for figures to be comparable.
 *
 * @param jdk version, such as {@code 17.0.15+6}, or empty when the recordings do not say
 * @param processors hardware threads, or 0
 * @param settings fingerprint of the settings of the editor's events, or empty
 * @param keystrokes how many were recorded
 * @param seconds that the recordings cover, in all
 * @param lost sentences about events that are missing
 */
public record Setup(
    String shell,
    String editor,
    String jdk,
    int processors,
    String settings,
    long keystrokes,
    long seconds,
    List<String> lost) {

  public Setup {
    lost = List.copyOf(lost);
  }
}
