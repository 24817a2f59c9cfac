// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What several knobs share, such as the entries or bytes of all caches together. Thread-safe.
 *
 * <p>What they have when they join is theirs; only growth is refused for want of room.
 */
public final class Budget {

  private final String name;
  private final double limit;
  private final Map<KnobName, Share> shares = new LinkedHashMap<>();

  /** One member. */
  private record Share(Knob knob, double costEach) {}

  /**
   * Makes a budget that nobody shares yet.
   *
   * @param name its name in reasons
   * @param limit how much there is, over 0
   */
  public Budget(String name, double limit) {
    this.name = requireNonNull(name, "name");
    if (!(limit > 0)) {
      throw new IllegalArgumentException("limit must be over 0, was " + limit);
    }
    this.limit = limit;
  }

  /**
   * Lets a knob share it.
   *
   * @param knob whose value uses it up
   * @param costEach how much of it one unit of the knob's value takes, over 0
   */
  public synchronized void add(Knob knob, double costEach) {
    if (!(costEach > 0)) {
      throw new IllegalArgumentException("costEach must be over 0, was " + costEach);
    }
    shares.put(KnobName.of(knob), new Share(knob, costEach));
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns how much there is. */
  public double limit() {
    return limit;
  }

  /** Returns how much is used now. */
  public synchronized double used() {
    return shares.values().stream()
        .mapToDouble(share -> share.knob().value() * share.costEach())
        .sum();
  }

  /** Returns what a unit of a knob takes, or 0 for one that does not share it. */
  synchronized double costEach(Knob knob) {
    var share = shares.get(KnobName.of(knob));
    return share == null ? 0 : share.costEach();
  }

  /** Whether a change needs more than is left. */
  boolean isOverdrawnBy(Advice advice) {
    double more = (advice.to() - advice.knob().value()) * costEach(advice.knob());
    return more > 0 && used() + more > limit;
  }
}
