// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.List;
import java.util.Optional;
import org.lusush.lle.analyzer.model.cause.SlowSpans;
import org.lusush.lle.analyzer.model.timeline.Timeline;
import org.lusush.lle.analyzer.model.tree.Trees;
import org.lusush.lle.analyzer.model.upkeep.Upkeep;

/**
 * What the events of a recording add up to. Immutable; contents add up to contents.
 *
 * @param timed what the JVM itself timed, which it does where it was told to
 */
public record Contents(
    Keystrokes keystrokes,
    List<OperationGroup> operations,
    List<CacheStats> caches,
    List<PoolStats> pools,
    List<Exceeded> exceeded,
    Garbage garbage,
    Upkeep upkeep,
    SlowSpans slow,
    Timeline timeline,
    Trees trees,
    Optional<TimedMethods> timed) {

  public static final Contents NONE =
      new Contents(
          Keystrokes.NONE,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Garbage.NONE,
          Upkeep.NONE,
          SlowSpans.NONE);

  /**
   * Creates contents without their course over time, without what work consisted of, and without
   * methods that the JVM timed.
   */
  public Contents(
      Keystrokes keystrokes,
      List<OperationGroup> operations,
      List<CacheStats> caches,
      List<PoolStats> pools,
      List<Exceeded> exceeded,
      Garbage garbage,
      Upkeep upkeep,
      SlowSpans slow) {
    this(
        keystrokes,
        operations,
        caches,
        pools,
        exceeded,
        garbage,
        upkeep,
        slow,
        Timeline.NONE,
        Trees.NONE,
        Optional.empty());
  }

  public Contents {
    operations = List.copyOf(operations);
    caches = List.copyOf(caches);
    pools = List.copyOf(pools);
    exceeded = List.copyOf(exceeded);
  }

  /** Returns the number of single operations recorded. */
  public long operationCount() {
    return operations.stream().mapToLong(group -> group.total().count()).sum();
  }

  /** Returns these with another course over time. */
  public Contents with(Timeline course) {
    return new Contents(
        keystrokes,
        operations,
        caches,
        pools,
        exceeded,
        garbage,
        upkeep,
        slow,
        course,
        trees,
        timed);
  }

  public Contents plus(Contents other) {
    return new Contents(
        keystrokes.plus(other.keystrokes),
        OperationGroup.merge(operations, other.operations),
        Bounded.merge(
            caches,
            other.caches,
            CacheStats::name,
            CacheStats::plus,
            CacheStats.MAX_NAMES,
            CacheStats::asOther),
        Bounded.merge(
            pools,
            other.pools,
            PoolStats::name,
            PoolStats::plus,
            PoolStats.MAX_NAMES,
            PoolStats::asOther),
        Bounded.merge(
            exceeded,
            other.exceeded,
            Exceeded::operation,
            Exceeded::plus,
            Exceeded.MAX_TYPES,
            Exceeded::asOther),
        garbage.plus(other.garbage),
        upkeep.plus(other.upkeep),
        slow.plus(other.slow),
        timeline.plus(other.timeline),
        trees.plus(other.trees),
        sum(timed, other.timed));
  }

  private static Optional<TimedMethods> sum(
      Optional<TimedMethods> left, Optional<TimedMethods> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() ? right : left;
    }
    return Optional.of(left.get().plus(right.get()));
  }
}
