// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.lusush.lle.analyzer.model.CacheStats;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.Exceeded;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.Garbage;
import org.lusush.lle.analyzer.model.Jvm;
import org.lusush.lle.analyzer.model.Keystrokes;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.LatencyGroup;
import org.lusush.lle.analyzer.model.MeasuredOperation;
import org.lusush.lle.analyzer.model.MeasuredOperation.Details;
import org.lusush.lle.analyzer.model.MeasuredOperation.Distribution;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.OperationStats;
import org.lusush.lle.analyzer.model.Origin;
import org.lusush.lle.analyzer.model.Phases;
import org.lusush.lle.analyzer.model.PoolStats;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Session;
import org.lusush.lle.analyzer.model.SlowKeystroke;
import org.lusush.lle.analyzer.model.Source;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.Timings;
import org.lusush.lle.analyzer.model.Totals;

/** Models with everything in them, always the same. */
public final class TestModels {

  public static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private TestModels() {}

  public static Recording recording(Gap... gaps) {
    return new Recording(List.of(source(gaps)), contents(), Timings.of(contents()));
  }

  public static Recording without(Contents contents) {
    return new Recording(List.of(source()), contents, Timings.of(contents));
  }

  /** Returns a recording whose interval histograms hold ten times what its single events do. */
  public static Recording thresholded(Gap... gaps) {
    Contents contents = contents();
    List<Timing> histograms =
        List.of(
            histogram("completion search", 4, spread(2_000, 2_500)),
            histogram("terminal input", 0, spread(5_000, 1_000)),
            histogram(Timing.KEYSTROKE, 0, spread(10_000, 1_500)));
    Timings timings =
        Timings.of(contents).withOperationsOf(histograms).withKeystrokesOf(histograms);
    return new Recording(List.of(source(true, gaps)), contents, timings);
  }

  private static Timing histogram(String operation, long errors, Latency latency) {
    var totals = new Totals(latency.count(), errors, latency.totalNanos());
    return new Timing(operation, Origin.HISTOGRAMS, totals, latency.totalNanos() / 2, latency);
  }

  public static Source source(Gap... gaps) {
    return source(false, gaps);
  }

  private static Source source(boolean covered, Gap... gaps) {
    return new Source(
        "night.jfr",
        1_234_567,
        3,
        START,
        START.plusSeconds(312),
        Optional.of(new Jvm("OpenJDK 64-Bit Server VM (17.0.15+6) for linux-amd64 JRE", 4_711)),
        Optional.of(session()),
        List.of("nightly"),
        List.of(measured()),
        covered,
        List.of(gaps));
  }

  private static Session session() {
    return new Session(
        "demo", "JLine 3.30.6", "xterm-256color", "0.1.0", 1, Optional.of(START), 42, 1_000, 0);
  }

  private static MeasuredOperation measured() {
    return new MeasuredOperation(
        "completion search",
        new Totals(2_000, 4, 1_200_000_000),
        new Totals(5_000, 9, 2_900_000_000L),
        new Distribution(1_000, 580_000, 400_000, 1_900_000, 4_200_000, 9_000_000),
        new Details(
            OptionalLong.of(8_000_000),
            OptionalLong.of(350_000),
            OptionalLong.of(5_001),
            OptionalDouble.of(6.5),
            OptionalDouble.of(0.9982),
            OptionalLong.of(120),
            Optional.of("stable")));
  }

  public static Contents contents() {
    return new Contents(
        keystrokes(),
        List.of(
            operation("completion search", "FileCompleter", 3, spread(100, 50_000)),
            operation("syntax highlight", "", 0, spread(1_000, 20))),
        List.of(new CacheStats("highlight", tiers(), 50, spread(1_000, 1))),
        List.of(new PoolStats("lines", "buffer", 2_000, 1_950, 8_192_000)),
        List.of(
            new Exceeded("completion search", 40, 3, 5_000_000),
            new Exceeded(Timing.KEYSTROKE, 12, 0, 30_000_000)),
        new Garbage(3, 12_345_678));
  }

  private static Map<String, Long> tiers() {
    Map<String, Long> tiers = new LinkedHashMap<>();
    tiers.put("L1", 800L);
    tiers.put("L2", 100L);
    tiers.put("L3", 50L);
    return tiers;
  }

  private static Keystrokes keystrokes() {
    return new Keystrokes(
        spread(1_000, 30_000),
        2,
        7,
        new Phases(150_000_000, 9_000_000_000L, 5_000_000_000L),
        List.of(new LatencyGroup("character", spread(1_000, 30_000))),
        List.of(
            new LatencyGroup("self-insert", spread(900, 20_000)),
            new LatencyGroup("", spread(100, 60_000))),
        List.of(
            new SlowKeystroke(
                991,
                START.plusMillis(1_500),
                "expand-or-complete",
                "control",
                30_000_000,
                new Phases(1_000, 29_000_000, 900_000),
                Optional.of(
                    new SlowKeystroke.Work("completion search", "FileCompleter", 28_000_000))),
            new SlowKeystroke(
                992,
                START.plusMillis(2_500),
                "",
                "escape sequence",
                29_000_000,
                Phases.NONE,
                Optional.empty())));
  }

  private static OperationGroup operation(String type, String name, long errors, Latency latency) {
    long self = latency.totalNanos() / 2;
    return new OperationGroup(
        new OperationStats(type, errors, self, latency),
        List.of(new OperationStats(name, errors, self, latency)));
  }

  /** Returns so many durations, evenly spread from one step on. */
  public static Latency spread(int count, long stepNanos) {
    return Latency.of(LongStream.rangeClosed(1, count).map(i -> i * stepNanos).toArray());
  }
}
