// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.upkeep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.lusush.lle.analyzer.model.Ordering;

/**
 * What the recorder said of its caches, pools, resources, targets and tuning. Immutable; upkeep
 * adds up.
 *
 * @param caches by name, at most {@value #MAX_NAMES}, as with pools and targets
 * @param steps steps of tuning in the order of time, the last {@value #MAX_STEPS}
 * @param incidents in the order of time, the last {@value #MAX_STEPS}
 * @param curves the last miss-ratio curve of each cache, by name
 * @param left how many steps and incidents were let go, the oldest first
 */
public record Upkeep(
    List<CacheHistory> caches,
    List<PoolReading> pools,
    List<TuningStep> steps,
    List<TargetHistory> targets,
    Resources resources,
    List<Incident> incidents,
    List<MissRatioCurve> curves,
    long left) {

  public static final int MAX_NAMES = 100;
  public static final int MAX_STEPS = 500;

  public static final Upkeep NONE =
      new Upkeep(List.of(), List.of(), List.of(), List.of(), Resources.NONE, List.of(), 0);

  /** Creates upkeep without miss-ratio curves. */
  public Upkeep(
      List<CacheHistory> caches,
      List<PoolReading> pools,
      List<TuningStep> steps,
      List<TargetHistory> targets,
      Resources resources,
      List<Incident> incidents,
      long left) {
    this(caches, pools, steps, targets, resources, incidents, List.of(), left);
  }

  public Upkeep {
    caches = List.copyOf(caches);
    pools = List.copyOf(pools);
    steps = List.copyOf(steps);
    targets = List.copyOf(targets);
    incidents = List.copyOf(incidents);
    curves = List.copyOf(curves);
  }

  public Upkeep plus(Upkeep other) {
    List<TuningStep> allSteps = joined(steps, other.steps, TuningStep::epochNanos);
    List<Incident> allIncidents = joined(incidents, other.incidents, Incident::epochNanos);
    long over = over(allSteps) + over(allIncidents);
    return new Upkeep(
        byName(caches, other.caches, CacheHistory::cache, CacheHistory::plus),
        byName(pools, other.pools, PoolReading::pool, PoolReading::plus),
        last(allSteps),
        byName(targets, other.targets, TargetHistory::target, TargetHistory::plus),
        resources.plus(other.resources),
        last(allIncidents),
        byName(curves, other.curves, MissRatioCurve::cache, MissRatioCurve::plus),
        left + other.left + over);
  }

  private static <T> List<T> joined(List<T> left, List<T> right, ToLongFunction<T> time) {
    List<T> all = new ArrayList<>(left);
    all.addAll(right);
    all.sort(Ordering.comparingLong(time));
    return all;
  }

  private static long over(List<?> all) {
    return Math.max(0, all.size() - MAX_STEPS);
  }

  private static <T> List<T> last(List<T> all) {
    return all.subList(Math.max(0, all.size() - MAX_STEPS), all.size());
  }

  private static <T> List<T> byName(
      List<T> left, List<T> right, Function<T, String> name, BinaryOperator<T> plus) {
    Map<String, T> sum = new LinkedHashMap<>();
    for (List<T> list : List.of(left, right)) {
      for (T item : list) {
        String key = name.apply(item);
        if (sum.containsKey(key) || sum.size() < MAX_NAMES) {
          sum.merge(key, item, plus);
        }
      }
    }
    return List.copyOf(sum.values());
  }
}
