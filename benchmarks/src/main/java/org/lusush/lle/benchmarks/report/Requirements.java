// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.benchmarks.detection.Detection;
import org.lusush.lle.benchmarks.process.AgentCost;
import org.lusush.lle.benchmarks.process.Archive;
import org.lusush.lle.benchmarks.process.Counts;
import org.lusush.lle.benchmarks.process.HistoryCost;
import org.lusush.lle.benchmarks.process.InsertionCost;
import org.lusush.lle.benchmarks.process.MemoryCost;
import org.lusush.lle.benchmarks.process.PromptCost;
import org.lusush.lle.benchmarks.process.StartCost;
import org.lusush.lle.benchmarks.simulation.Simulation;

/** What this product is held to, of what is measured here. */
final class Requirements {

  private static final double OVERHEAD = 1.25;
  private static final double OFF_NANOS = 1;
  private static final double START_MILLIS = 1;
  private static final double MEMORY_MEGABYTES = 1;

  /** A tenth of half a millisecond is nothing that anybody sees. */
  private static final double AGENT_RATIO = 1.1;

  private static final double AGENT_CPU = 1;
  private static final double BEFORE_MAIN_MILLIS = 150;
  private static final double ATTACH_MILLIS = 1_000;
  private static final double HAND_OVER_NANOS = 50;
  private static final double APPEND_NANOS = 1_000;
  private static final double YEAR_MEGABYTES = 1_000;
  private static final double MONTH_SECONDS = 2;
  private static final double LETTER_MICROS = 500;
  private static final double OUR_SHARE_MICROS = 250;

  /** The smallest object is of 16 bytes; less than this is what other threads allocate. */
  private static final double NO_BYTES = 0.5;

  private static final double TUNED_HIT_RATE = 0.9;
  private static final double TUNED_ENTRIES = 1.2;

  private static final double MISSED_PERCENT = 5;
  private static final double FALSE_ALARM_PERCENT = 1;

  private Requirements() {}

  static List<Requirement> of(Figures figures) {
    var costs = figures.costs();
    return List.of(
        new Requirement("off, added to the work", "ns", costs.added(Subject.OFF), OFF_NANOS, ""),
        atMost(costs, Subject.STATISTICS, OVERHEAD, Subject.HISTOGRAM),
        atMost(costs, Subject.EVENT, OVERHEAD, Subject.HISTOGRAM_AND_EVENT),
        noBytes(costs, Subject.OFF),
        noBytes(costs, Subject.STATISTICS),
        noBytes(costs, Subject.EVENT),
        atMost(costs, Subject.EVENT, 0.5, Subject.MICROMETER_PERCENTILES_AND_EVENT),
        atMost(costs, Subject.EVENT, 0.5, Subject.MICROMETER_TAGGED_AND_EVENT),
        atMost(costs, Subject.EVENT, 0.5, Subject.OPENTELEMETRY_SPAN),
        atMost(costs, Subject.EVENT, 0.5, Subject.OPENTELEMETRY_SPAN_OF_THE_SAME),
        atMost(costs, Subject.CACHE_NEAR, 1, Subject.CAFFEINE),
        atMost(costs, Subject.CACHE_SHARED, 1.3, Subject.CAFFEINE_COUNTING),
        atMost(costs, Subject.CACHE_FULL, 1.3, Subject.CAFFEINE_FULL),
        noBytes(costs, Subject.CACHE_NEAR),
        noBytes(costs, Subject.CACHE_SHARED),
        atMost(costs, Subject.POOL_SMALL, 1, Subject.NETTY_POOLED_SMALL),
        atMost(costs, Subject.POOL_SMALL, 1, Subject.COMMONS_POOL_SMALL),
        atMost(costs, Subject.POOL_LARGE, 1, Subject.NETTY_POOLED_LARGE),
        atMost(costs, Subject.POOL_LARGE, 1, Subject.COMMONS_POOL_LARGE),
        noBytes(costs, Subject.POOL_SMALL),
        noBytes(costs, Subject.POOL_LARGE),
        new Requirement(
            label(Subject.HISTORY_OFFERED),
            "ns",
            costs.added(Subject.HISTORY_OFFERED),
            HAND_OVER_NANOS,
            ""),
        noBytes(costs, Subject.HISTORY_OFFERED),
        new Requirement(
            label(Subject.HISTORY_APPENDED),
            "ns",
            costs.added(Subject.HISTORY_APPENDED),
            APPEND_NANOS,
            ""),
        noBytes(costs, Subject.HISTORY_APPENDED),
        twoThreads(costs, "statistics", Subject.TWO_THREADS_STATISTICS, Subject.STATISTICS),
        start(figures.starts()),
        prompt(figures.prompts()),
        memory(figures.memory()),
        counts(figures.counts()),
        agent(figures, "agent: median answer to a key", "×", AgentCost::p50, AGENT_RATIO),
        agent(figures, "agent: 99th percentile of that", "×", AgentCost::p99, AGENT_RATIO),
        agent(figures, "agent: added at 30 keys/s", "% CPU", AgentCost::cpuPercent, AGENT_CPU),
        agent(
            figures,
            "agent: before main",
            "ms",
            cost -> cost.beforeMainNanos() / 1e6,
            BEFORE_MAIN_MILLIS),
        agent(figures, "agent: to attach", "ms", cost -> cost.attachNanos() / 1e6, ATTACH_MILLIS),
        insertion(figures, "a letter, median", InsertionCost::p50Nanos, LETTER_MICROS),
        insertion(figures, "a letter, 99th percentile", InsertionCost::p99Nanos, LETTER_MICROS),
        insertion(
            figures,
            "a letter, our share, 99th percentile",
            InsertionCost::oursP99Nanos,
            OUR_SHARE_MICROS),
        history(figures, "a year of history", "MB", cost -> cost.yearBytes() / 1e6, YEAR_MEGABYTES),
        history(
            figures,
            "a month of history read",
            "s",
            cost -> cost.monthNanos() / 1e9,
            MONTH_SECONDS),
        traces(figures, "hit rate less than LRU's, worst trace", row -> row.lru() - row.ours()),
        traces(
            figures,
            "hit rate less than that of LRU with a scan of 10, worst trace",
            row -> row.scanning() - row.ours()),
        tuned(
            figures,
            "tuned from a tenth on the shell: hit rate missing to 90 %, worst cache",
            tuning -> 100 * Math.max(0, TUNED_HIT_RATE - tuning.hitRate()),
            0,
            "points"),
        tuned(
            figures,
            "tuned from a tenth on the shell: entries by the fewest, worst cache",
            tuning -> (double) tuning.entries() / tuning.smallest(),
            TUNED_ENTRIES,
            "×"),
        detection(
            figures,
            "10 % slower, not found within 3 nights, of series",
            row -> 100 * (1 - row.found()),
            MISSED_PERCENT),
        detection(
            figures,
            "false alarms, of nights on which nothing changed",
            row -> 100 * row.falseAlarms(),
            FALSE_ALARM_PERCENT));
  }

  private static Requirement detection(
      Figures figures, String what, ToDoubleFunction<Detection.Row> of, double limit) {
    var detection = figures.detection();
    double percent = detection == null ? Double.NaN : of.applyAsDouble(detection.rows().get(0));
    return new Requirement(what, "%", percent, limit, "");
  }

  private static Requirement traces(
      Figures figures, String what, ToDoubleFunction<Simulation.Row> missing) {
    var simulation = figures.simulation();
    double worst =
        simulation == null
            ? Double.NaN
            : simulation.rows().stream().mapToDouble(missing).max().orElse(Double.NaN);
    return new Requirement(what, "points", Math.max(0, 100 * worst), 0, "");
  }

  private static Requirement tuned(
      Figures figures,
      String what,
      ToDoubleFunction<Simulation.Tuning> of,
      double limit,
      String unit) {
    var simulation = figures.simulation();
    double worst =
        simulation == null
            ? Double.NaN
            : simulation.tunings().stream()
                .filter(tuning -> tuning.isOfShell())
                .mapToDouble(of)
                .max()
                .orElse(Double.NaN);
    return new Requirement(what, unit, worst, limit, "");
  }

  private static Requirement agent(
      Figures figures, String what, String unit, ToDoubleFunction<AgentCost> of, double limit) {
    var cost = figures.agent();
    return new Requirement(
        what, unit, cost == null ? Double.NaN : of.applyAsDouble(cost), limit, "");
  }

  private static Requirement history(
      Figures figures, String what, String unit, ToDoubleFunction<HistoryCost> of, double limit) {
    var cost = figures.history();
    return new Requirement(
        what, unit, cost == null ? Double.NaN : of.applyAsDouble(cost), limit, "");
  }

  private static Requirement insertion(
      Figures figures, String what, ToDoubleFunction<InsertionCost> of, double limit) {
    var cost = figures.insertion();
    double nanos = cost == null ? Double.NaN : of.applyAsDouble(cost);
    return new Requirement(what, "µs", nanos / 1e3, limit, "");
  }

  private static Requirement atMost(Costs costs, Subject ours, double factor, Subject other) {
    return new Requirement(
        label(ours),
        "ns",
        costs.added(ours),
        factor * costs.added(other),
        Numbers.plain(factor) + " × " + other.label());
  }

  private static Requirement noBytes(Costs costs, Subject ours) {
    return new Requirement(label(ours) + ", allocated", "B", costs.bytes(ours), NO_BYTES, "");
  }

  /** Cores are not alike and not alone, so what two threads may lose is what unshared ones lose. */
  private static Requirement twoThreads(Costs costs, String what, Subject two, Subject one) {
    double unshared = costs.added(Subject.TWO_THREADS_HISTOGRAM) / costs.added(Subject.HISTOGRAM);
    return new Requirement(
        what + ", two threads by one",
        "×",
        costs.added(two) / costs.added(one),
        OVERHEAD * unshared,
        Numbers.plain(OVERHEAD) + " × that of a Histogram for each");
  }

  private static Requirement start(List<StartCost> starts) {
    double nanos =
        starts.stream()
            .filter(start -> start.archive() == Archive.NONE)
            .mapToDouble(StartCost::startNanos)
            .findFirst()
            .orElse(Double.NaN);
    return new Requirement(
        "EditorRecorder.start in a fresh JVM", "ms", nanos / 1e6, START_MILLIS, "");
  }

  private static Requirement prompt(List<PromptCost> prompts) {
    double nanos =
        prompts.stream()
            .filter(prompt -> prompt.archive() == Archive.NONE)
            .mapToDouble(PromptCost::lostNanos)
            .findFirst()
            .orElse(Double.NaN);
    return new Requirement(
        "first prompt of the example shell, lost", "ms", nanos / 1e6, START_MILLIS, "");
  }

  private static Requirement memory(@Nullable MemoryCost memory) {
    return new Requirement(
        "heap retained after every operation",
        "MB",
        memory == null ? Double.NaN : memory.heapBytes() / 1e6,
        MEMORY_MEGABYTES,
        "");
  }

  private static Requirement counts(@Nullable Counts counts) {
    return new Requirement(
        "operations of 8 threads under a reader, lost or counted twice",
        "",
        counts == null ? Double.NaN : counts.wrong(),
        0,
        "");
  }

  private static String label(Subject ours) {
    return ours.label().replaceFirst("^LLE: ", "");
  }
}
