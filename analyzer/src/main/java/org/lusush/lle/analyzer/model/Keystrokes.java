// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was recorded of keystrokes.
 *
 * @param latency from the key to the paint that answers it
 * @param errors how many ended in error or timeout
 * @param queued how many came while the editor was busy, so that their latency began earlier
 * @param phases where the time of all of them went
 * @param byKind by sort of key
 * @param byWidget by editor command
 * @param slowest the slowest of all, slowest first
 */
public record Keystrokes(
    Latency latency,
    long errors,
    long queued,
    Phases phases,
    List<LatencyGroup> byKind,
    List<LatencyGroup> byWidget,
    List<SlowKeystroke> slowest) {

  /** How many of the slowest are kept. */
  public static final int SLOWEST = 10;

  /** How many widgets, or kinds, are told apart. */
  public static final int MAX_GROUPS = 100;

  public static final Keystrokes NONE =
      new Keystrokes(Latency.empty(), 0, 0, Phases.NONE, List.of(), List.of(), List.of());

  public Keystrokes {
    byKind = List.copyOf(byKind);
    byWidget = List.copyOf(byWidget);
    slowest = List.copyOf(slowest);
  }

  public Keystrokes plus(Keystrokes other) {
    return new Keystrokes(
        latency.plus(other.latency),
        Sums.add(errors, other.errors),
        Sums.add(queued, other.queued),
        phases.plus(other.phases),
        merge(byKind, other.byKind),
        merge(byWidget, other.byWidget),
        Stream.concat(slowest.stream(), other.slowest.stream())
            .sorted(SlowKeystroke.SLOWEST_FIRST)
            .limit(SLOWEST)
            .toList());
  }

  private static List<LatencyGroup> merge(List<LatencyGroup> left, List<LatencyGroup> right) {
    return Bounded.merge(
        left, right, LatencyGroup::name, LatencyGroup::plus, MAX_GROUPS, LatencyGroup::asOther);
  }
}
