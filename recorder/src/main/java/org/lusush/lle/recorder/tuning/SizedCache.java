// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static java.util.Locale.ROOT;

import java.util.Optional;

/** What the sizer knows of one cache. Not thread-safe. */
final class SizedCache {

  /** A little deeper than the cache can be: what lies there is out of reach. */
  private static final double DEPTH = 1.25;

  /** Epochs whose needs are remembered. */
  private static final int MEMORY = 4;

  /**
   * A cache may miss so many times more, or less, than LRU, for its curve to be corrected by it.
   */
  private static final double MOST_CORRECTION = 3;

  /** Lookups after which what was counted is too old. */
  private static final long LONGEST_COUNT = 32_768;

  /** Standard errors by which the hit rate has to be off its target: chance alone is no reason. */
  private static final double CERTAINTY = 2;

  /** Missing that much of the target is missing it, if it goes on for long. */
  private static final double LITTLE = 0.001;

  /** Missing that much is answered by all that is needed. */
  private static final double MUCH = 0.05;

  private static final double GROWTH_BY_MISSING = 10;

  /** A shrunken cache is judged by so many times the lookups: one burst is no proof. */
  private static final int SHRINKING_ENOUGH = 4;

  private static final double LEAST_MISSES = 0.005;

  private final TunedCache cache;
  private final SizerSettings settings;
  private final ReuseProfile profile;
  private final Metric growth;
  private final Metric shrinking;
  private final double[] needs = new double[MEMORY];

  private long epoch;
  private int evaluated;

  /** What was counted when the cache got its size and had been filled. */
  private double sizeNow;

  private boolean filled;
  private Tally since;
  private ReuseProfile.Probe probe;

  SizedCache(TunedCache cache, SizerSettings settings) {
    this.cache = cache;
    this.settings = settings;
    profile = new ReuseProfile(depth());
    growth = metric(1);
    shrinking = metric(SHRINKING_ENOUGH);
    sizeNow = size();
    since = counted();
    probe = profile.probe(sizeNow);
  }

  private Metric metric(long times) {
    return new Metric(
        "hit rate", true, times * settings.enough(), settings.tolerance(), this::counted);
  }

  String name() {
    return cache.entries().subject();
  }

  void observe() {
    profile.depth(depth());
    cache.log().drain(profile);
    follow();
  }

  /** Starts to count anew at each size, and once more when the cache may be full. */
  private void follow() {
    var now = counted();
    if (size() != sizeNow) {
      sizeNow = size();
      filled = false;
      restart(now);
    } else if (!filled && now.count() - since.count() >= sizeNow) {
      filled = true;
      restart(now);
    }
  }

  private void restart(Tally now) {
    since = now;
    probe = profile.probe(sizeNow);
  }

  /** Keeps what each of the last epochs needed most; counts anew when the count is old. */
  private void remember(double need) {
    if (profile.epochs() != epoch) {
      epoch = profile.epochs();
      evaluated++;
      needs[evaluated % MEMORY] = 0;
      if (counted().count() - since.count() > LONGEST_COUNT) {
        restart(counted());
      }
    }
    needs[evaluated % MEMORY] = Math.max(needs[evaluated % MEMORY], need);
  }

  /** Writes what it knows into recordings, once that is enough for advice. */
  void emitCurve() {
    var curve = profile.curve();
    if (curve.accesses() >= settings.enough()) {
      CurveEvents.emit(name(), curve, (int) size(), (int) cache.entries().maximum());
    }
  }

  Optional<Advice> advise(double target, Window window) {
    var curve = profile.curve();
    var observed = counted().since(since);
    if (curve.accesses() < settings.enough() || observed.count() < settings.enough()) {
      return Optional.empty();
    }
    var forecast = forecast(curve, observed);
    double need = need(forecast, target);
    remember(need);
    double rate = observed.count() / Math.max(1, window.seconds());
    boolean isGrowth = need >= sizeNow + Math.max(1, settings.growth() * sizeNow);
    if (isGrowth && isMissed(observed, target)) {
      double to = Math.min(need, mostGrown(target - observed.mean()));
      return Optional.of(advice(to, target, forecast, observed, rate));
    }
    double most = mostNeeded();
    boolean isShrinking = most <= sizeNow - Math.max(1, settings.shrink() * sizeNow);
    if (isShrinking && evaluated >= MEMORY) {
      return Optional.of(advice(most, target, forecast, observed, 0));
    }
    return Optional.empty();
  }

  /** Where only a little is missing, which may be a mood of the moment, a little is added. */
  private double mostGrown(double missing) {
    return missing >= MUCH
        ? Double.POSITIVE_INFINITY
        : Math.ceil(sizeNow * (1 + GROWTH_BY_MISSING * missing));
  }

  private static boolean isMissed(Tally observed, double target) {
    double missing = target - observed.mean();
    boolean isPlain = missing > CERTAINTY * Math.sqrt(observed.varianceOfMean());
    return isPlain || (missing > LITTLE && observed.count() > LONGEST_COUNT / 2);
  }

  /** Misses that some size would have hit, scaled to what this cache really has of them. */
  private Forecast forecast(MissRatioCurve curve, Tally observed) {
    double ceiling = curve.ceiling();
    double byCurve = Math.max(0, ceiling - curve.hitRate(sizeNow));
    double real = Math.max(0, ceiling - observed.mean());
    double factor = (real + LEAST_MISSES) / (byCurve + LEAST_MISSES);
    return new Forecast(curve, Math.max(1 / MOST_CORRECTION, Math.min(MOST_CORRECTION, factor)));
  }

  private record Forecast(MissRatioCurve curve, double factor) {
    double hitRate(double size) {
      double ceiling = curve.ceiling();
      return Math.max(0, ceiling - factor * (ceiling - curve.hitRate(size)));
    }

    /** Returns the hit rate that the curve has where the forecast has this one. */
    double onCurve(double hitRate) {
      double ceiling = curve.ceiling();
      return ceiling - (ceiling - hitRate) / factor;
    }
  }

  private double need(Forecast forecast, double target) {
    var knob = cache.entries();
    int maximum = (int) knob.maximum();
    double best = forecast.hitRate(knob.maximum());
    int size =
        best < target
            ? forecast.curve().flat(maximum, settings.flat() / forecast.factor())
            : forecast
                .curve()
                .smallest(forecast.onCurve(Math.min(best, target + settings.margin())), maximum);
    return Math.max(knob.minimum(), Math.min(maximum, size));
  }

  private double mostNeeded() {
    double most = 0;
    for (double need : needs) {
      most = Math.max(most, need);
    }
    return most;
  }

  private Advice advice(
      double to, double target, Forecast forecast, Tally observed, double lookupsPerSecond) {
    double predicted = forecast.hitRate(to);
    double gain = Math.max(0, predicted - observed.mean()) * lookupsPerSecond;
    var reason =
        String.format(
            ROOT,
            "hit rate %.3f of %d lookups at %.0f entries, wanted %.3f; of what is asked for again,"
                + " LRU would hit %.3f at %.0f, of at most %.3f",
            observed.mean(),
            observed.count(),
            sizeNow,
            target,
            forecast.curve().hitRate(to),
            to,
            forecast.curve().ceiling());
    var evidence =
        new Evidence(to > sizeNow ? growth : shrinking, observed, predicted, control(), settle(to));
    return new Advice("cache sizer", cache.entries(), to, reason, gain, evidence);
  }

  /** A grown cache has to be filled; one that shrank shows at once what it lost. */
  private long settle(double to) {
    return (long) Math.max(0, to - sizeNow);
  }

  /** What LRU makes of the old size then and since: the workload's own doing. */
  private Control control() {
    double before = probe.hitRate();
    var old = profile.control(sizeNow);
    return () -> {
      double drift = old.hitRate() - before;
      return Double.isNaN(drift) ? 0 : drift;
    };
  }

  private Tally counted() {
    long hits = cache.hits();
    return Tally.ofShare(hits, hits + cache.misses());
  }

  private double size() {
    return cache.entries().value();
  }

  private long depth() {
    return (long) Math.ceil(DEPTH * cache.entries().maximum());
  }
}
