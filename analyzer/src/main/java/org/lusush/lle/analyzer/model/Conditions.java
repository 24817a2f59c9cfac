// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.List;

/**
 * What a recording was made under, as far as it says so.
 *
 * @param processors hardware threads, or 0 when it does not say
 * @param settings of the editor's event types, sorted
 */
public record Conditions(int processors, List<String> settings) {

  public static final Conditions UNKNOWN = new Conditions(0, List.of());

  public Conditions {
    settings = List.copyOf(settings);
  }
}
