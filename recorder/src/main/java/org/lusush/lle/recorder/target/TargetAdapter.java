// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.target;

import static java.util.Locale.ROOT;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lusush.lle.recorder.tuning.Advice;
import org.lusush.lle.recorder.tuning.Control;
import org.lusush.lle.recorder.tuning.Evidence;
import org.lusush.lle.recorder.tuning.Knob;
import org.lusush.lle.recorder.tuning.Metric;
import org.lusush.lle.recorder.tuning.Tally;
import org.lusush.lle.recorder.tuning.Tuner;
import org.lusush.lle.recorder.tuning.Window;

/**
 * Holds figures against their targets, and says when a target may be tighter than it was stated.
 *
 * <p>An adaptive limit is tightened by half of what every one of the last windows was better than
 * it, when that is more than the margin. It is loosened when half as many windows in a row missed
 * it, to the stated limit at most: never past that. Like any tuner it gives advice; the limit
 * changes when the coordinator takes it.
 *
 * <p>Thread-safe: readings, statuses and advice may be of different threads.
 */
public final class TargetAdapter implements Tuner {

  private static final String NAME = "target adapter";
  private static final long ENOUGH_WINDOWS = 10;
  private static final double TOLERANCE = 0.1;

  private final TargetSettings settings;
  private final Map<TargetKind, Held> targets = new EnumMap<>(TargetKind.class);

  private record Held(HeldTarget target, Knob limit, Metric metric) {}

  /** Makes one that nothing was held against yet. */
  public TargetAdapter(TargetSettings settings) {
    this.settings = requireNonNull(settings, "settings");
    settings.targets().forEach(this::hold);
  }

  private void hold(TargetKind kind, Target target) {
    double tightest = tightest(target);
    var limit =
        Knob.of(
            kind.label(),
            "limit",
            Math.min(tightest, target.limit()),
            Math.max(tightest, target.limit()),
            () -> target(kind).limit(),
            value -> limit(kind, value));
    var metric =
        new Metric("achievement", true, ENOUGH_WINDOWS, TOLERANCE, () -> achievement(kind));
    targets.put(kind, new Held(new HeldTarget(target, settings.windows()), limit, metric));
  }

  /** Holds the figures of a window, of ten seconds or so, against their targets. */
  public synchronized void read(Collection<TargetReading> window) {
    for (var reading : window) {
      var held = targets.get(reading.kind());
      if (held != null) {
        held.target().read(reading);
      }
    }
  }

  /** Returns how well each target is met, in the order of their kinds. */
  public synchronized List<TargetStatus> statuses() {
    return targets.values().stream().map(held -> held.target().status()).toList();
  }

  /**
   * Returns a target as it is now.
   *
   * @throws IllegalArgumentException when there is none of the kind
   */
  public synchronized Target target(TargetKind kind) {
    return held(kind).target().target();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public synchronized List<Advice> advise(Window now) {
    var advice = new ArrayList<Advice>();
    for (var held : targets.values()) {
      var stated = held.target().stated();
      if (stated.adaptive() && !now.watched().contains(stated.kind().label())) {
        loosen(held).or(() -> tighten(held)).ifPresent(advice::add);
      }
    }
    return advice;
  }

  private Optional<Advice> tighten(Held held) {
    var target = held.target().target();
    var kind = target.kind();
    if (!held.target().isEvidenceFull()) {
      return Optional.empty();
    }
    double worst = held.target().worst();
    if (!kind.isAsGood(worst, moved(target, 1 - settings.margin()))) {
      return Optional.empty();
    }
    double halfway = (target.limit() + worst) / 2;
    double tightest = tightest(held.target().stated());
    double to = kind.isAsGood(tightest, halfway) ? halfway : tightest;
    if (Double.compare(to, target.limit()) == 0) {
      return Optional.empty();
    }
    var reason =
        String.format(
            ROOT,
            "the worst of %d windows was %.4g, of a limit of %.4g",
            settings.windows(),
            worst,
            target.limit());
    return Optional.of(
        advice(held, to, reason, Tally.ofShare(settings.windows(), settings.windows())));
  }

  private Optional<Advice> loosen(Held held) {
    int missed = held.target().missed();
    if (!held.target().isTightened() || missed < Math.max(1, settings.windows() / 2)) {
      return Optional.empty();
    }
    var target = held.target().target();
    double looser = moved(target, 1 / (1 - settings.margin()));
    double stated = held.target().stated().limit();
    double to = target.kind().isAsGood(looser, stated) ? looser : stated;
    var reason =
        String.format(
            ROOT,
            "%d windows in a row missed the limit of %.4g, which was stated as %.4g",
            missed,
            target.limit(),
            stated);
    return Optional.of(advice(held, to, reason, Tally.ofShare(0, missed)));
  }

  private static Advice advice(Held held, double to, String reason, Tally before) {
    var evidence = new Evidence(held.metric(), before, before.mean(), Control.NONE, 0);
    return new Advice(NAME, held.limit(), to, reason, 1, evidence);
  }

  /** Returns the limit at a share of its distance to the best there is: 0, or 1 for a share. */
  private static double moved(Target target, double factor) {
    if (!target.kind().higherIsBetter()) {
      return target.limit() * factor;
    }
    return target.isShare() ? 1 - (1 - target.limit()) * factor : target.limit() / factor;
  }

  private double tightest(Target stated) {
    return moved(stated, settings.tightest());
  }

  private synchronized void limit(TargetKind kind, double limit) {
    held(kind).target().limit(limit);
  }

  private synchronized Tally achievement(TargetKind kind) {
    var achievement = held(kind).target().achievement();
    return Tally.ofShare(achievement.metEver(), achievement.knownEver());
  }

  private Held held(TargetKind kind) {
    var held = targets.get(kind);
    if (held == null) {
      throw new IllegalArgumentException("no target for " + kind.label());
    }
    return held;
  }
}
