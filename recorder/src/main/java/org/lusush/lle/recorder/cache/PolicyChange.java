// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static java.util.Objects.requireNonNull;

/**
 * A cache goes by another policy now.
 *
 * @param from what it went by
 * @param to what it goes by
 * @param lookups that the change rests on, of a sample where the cache is large
 * @param before share of these that hit, from 0 to 1
 * @param predicted share of these that would have hit
 * @param observed share of the lookups since the last change that hit, or NaN where there was none
 * @param isBack whether the last change is undone, since it cost hits
 */
public record PolicyChange(
    EvictionPolicy from,
    EvictionPolicy to,
    long lookups,
    double before,
    double predicted,
    double observed,
    boolean isBack) {
  public PolicyChange {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
  }
}
