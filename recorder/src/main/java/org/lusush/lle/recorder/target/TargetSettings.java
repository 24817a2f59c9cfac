// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.target;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.lusush.lle.events.Targets;

/**
 * All targets, and how evidence tightens them. Immutable.
 *
 * @param targets by what is held to them
 * @param margin by what share every one of the last windows has to be better than the limit for it
 *     to be tightened, over 0 and under 1
 * @param windows how many windows that takes, over 0
 * @param tightest how far a limit may be tightened, as a share of the stated one, over 0, at most 1
 */
public record TargetSettings(
    Map<TargetKind, Target> targets, double margin, int windows, double tightest) {

  private static final double NEAR = 0.8;
  private static final double NEAR_SHARE = 0.8;
  private static final double FAR_SHARE = 2.5;
  private static final double CPU_LIMIT = 0.5;
  private static final double CPU_MAXIMUM = 1;
  private static final double ERRORS_MAXIMUM = 10;
  private static final long ENOUGH = 100;
  private static final long ENOUGH_LOOKUPS = 200;
  private static final long ENOUGH_FOR_ERRORS = 1000;

  public TargetSettings {
    targets = Map.copyOf(targets);
    if (!(margin > 0 && margin < 1)) {
      throw new IllegalArgumentException("margin must be over 0 and under 1, was " + margin);
    }
    if (windows <= 0) {
      throw new IllegalArgumentException("windows must be over 0, was " + windows);
    }
    if (!(tightest > 0 && tightest <= 1)) {
      throw new IllegalArgumentException("tightest must be over 0, at most 1, was " + tightest);
    }
  }

  /**
   * Returns the settings that follow from what an editor is held to.
   *
   * <p>What that leaves open is set so: a warning comes at 80 % of a limit, or of the distance of a
   * share to 1; the maximum is the critical duration, twice the memory, ten times the error rate,
   * two and a half times the distance of a share to 1. Throughput is the inverse of the response.
   * The process is to take at most half a core, and has failed at a whole one. Response, keystroke
   * and hit rate are tightened by evidence: by thirty windows that are each a fifth better.
   */
  public static TargetSettings of(Targets stated) {
    requireNonNull(stated, "stated");
    var all = new EnumMap<TargetKind, Target>(TargetKind.class);
    double response = stated.response().toNanos();
    double worst = Math.max(response, (double) stated.operationCritical().toNanos());
    add(all, TargetKind.RESPONSE, NEAR * response, response, worst, ENOUGH, true);
    double keystroke = stated.keystrokeWarning().toNanos();
    double held = stated.keystrokeCritical().toNanos();
    add(all, TargetKind.KEYSTROKE, NEAR * keystroke, keystroke, held, ENOUGH, true);
    double second = Duration.ofSeconds(1).toNanos();
    add(
        all,
        TargetKind.THROUGHPUT,
        second / response / NEAR,
        second / response,
        second / worst,
        ENOUGH,
        false);
    add(all, TargetKind.CPU, NEAR * CPU_LIMIT, CPU_LIMIT, CPU_MAXIMUM, 1, false);
    double memory = stated.memoryBytes();
    add(all, TargetKind.MEMORY, NEAR * memory, memory, 2 * memory, 1, false);
    addShare(all, TargetKind.HIT_RATE, stated.hitRate(), true);
    double errors = Math.max(Double.MIN_NORMAL, stated.errorRate());
    double mostErrors = Math.max(errors, Math.min(1, ERRORS_MAXIMUM * errors));
    add(all, TargetKind.ERROR_RATE, NEAR * errors, errors, mostErrors, ENOUGH_FOR_ERRORS, false);
    addShare(all, TargetKind.ZERO_ALLOCATION, stated.zeroAllocation(), false);
    return new TargetSettings(all, 0.2, 30, 0.25);
  }

  /** Returns these with another target in place of the one of the same kind. */
  public TargetSettings with(Target target) {
    var all = new EnumMap<TargetKind, Target>(TargetKind.class);
    all.putAll(targets);
    all.put(target.kind(), target);
    return new TargetSettings(all, margin, windows, tightest);
  }

  private static void addShare(
      Map<TargetKind, Target> all, TargetKind kind, double share, boolean adaptive) {
    double limit = Math.max(Double.MIN_NORMAL, share);
    double rest = 1 - limit;
    double worst = Math.max(0, 1 - FAR_SHARE * rest);
    add(all, kind, 1 - NEAR_SHARE * rest, limit, worst, ENOUGH_LOOKUPS, adaptive);
  }

  private static void add(
      Map<TargetKind, Target> all,
      TargetKind kind,
      double warning,
      double limit,
      double maximum,
      long enough,
      boolean adaptive) {
    all.put(kind, new Target(kind, warning, limit, maximum, enough, adaptive));
  }
}
