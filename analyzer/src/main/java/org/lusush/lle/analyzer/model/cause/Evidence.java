// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.cause;

import java.util.Map;
import org.lusush.lle.analyzer.model.Ordering;

/** What a cause was found by. */
public final class Evidence {

  private Evidence() {}

  /**
   * Returns the evidence of the most time; of equals the first by name, and nothing where there is
   * none.
   *
   * @param nanos the time of each
   */
  public static String mostly(Map<String, Long> nanos) {
    return nanos.entrySet().stream()
        .max(
            Ordering.comparingLong(Map.Entry<String, Long>::getValue)
                .thenComparing(Ordering.comparing(Map.Entry<String, Long>::getKey).reversed()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
