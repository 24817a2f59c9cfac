// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.lusush.lle.analyzer.model.CacheStats;
import org.lusush.lle.analyzer.model.Conditions;
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
import org.lusush.lle.analyzer.model.cause.Cause;
import org.lusush.lle.analyzer.model.cause.SlowSpan;
import org.lusush.lle.analyzer.model.cause.SlowSpans;
import org.lusush.lle.analyzer.model.timeline.HeatMap;
import org.lusush.lle.analyzer.model.timeline.LatencyRows;
import org.lusush.lle.analyzer.model.timeline.LatencySeries;
import org.lusush.lle.analyzer.model.timeline.Mark;
import org.lusush.lle.analyzer.model.timeline.Marks;
import org.lusush.lle.analyzer.model.timeline.MeanSeries;
import org.lusush.lle.analyzer.model.timeline.Timeline;
import org.lusush.lle.analyzer.model.tree.Trees;
import org.lusush.lle.analyzer.model.tree.WorkTree;
import org.lusush.lle.analyzer.model.upkeep.CacheHistory;
import org.lusush.lle.analyzer.model.upkeep.Course;
import org.lusush.lle.analyzer.model.upkeep.Incident;
import org.lusush.lle.analyzer.model.upkeep.MissRatioCurve;
import org.lusush.lle.analyzer.model.upkeep.PoolReading;
import org.lusush.lle.analyzer.model.upkeep.Resources;
import org.lusush.lle.analyzer.model.upkeep.TargetHistory;
import org.lusush.lle.analyzer.model.upkeep.TierReading;
import org.lusush.lle.analyzer.model.upkeep.TuningStep;
import org.lusush.lle.analyzer.model.upkeep.Upkeep;

/** Models with everything in them, always the same. */
public final class TestModels {

  public static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private TestModels() {}

  public static Recording recording(Gap... gaps) {
    return new Recording(List.of(source(gaps)), contents(), Timings.of(contents()));
  }

  /** Returns a recording in which work consisted of this. */
  public static Recording recording(Trees trees) {
    Contents all = contents();
    return without(
        new Contents(
            all.keystrokes(),
            all.operations(),
            all.caches(),
            all.pools(),
            all.exceeded(),
            all.garbage(),
            all.upkeep(),
            all.slow(),
            all.timeline(),
            trees,
            all.timed()));
  }

  /** Returns two completions that were slow, among many keys that were not. */
  public static Trees trees() {
    var operations = new WorkTree.Recorder();
    WorkTree.Recorder.Place keystroke = operations.root().child(Timing.KEYSTROKE);
    int fast = LatencyRows.of(1_000_000);
    int slow = LatencyRows.of(30_000_000);
    for (int i = 0; i < 1_000; i++) {
      keystroke.child("self-insert").add(fast, 100_000);
      keystroke.child("self-insert").child("syntax highlight").add(fast, 900_000);
    }
    WorkTree.Recorder.Place complete = keystroke.child("expand-or-complete");
    WorkTree.Recorder.Place search = complete.child("completion search: FileCompleter");
    for (int i = 0; i < 2; i++) {
      complete.add(slow, 1_000_000);
      search.add(slow, 28_000_000);
      search.child("cache lookup: names").add(slow, 1_000_000);
    }
    var frames = new WorkTree.Recorder();
    WorkTree.Recorder.Place walk =
        frames.root().child("com.acme.Shell.main").child("com.acme.Catalog.walk");
    walk.add(slow, 10_000_000);
    walk.child("com.acme.Catalog.walk").add(slow, 20_000_000);
    walk.child("com.acme.Catalog.walk").child("com.acme.Catalog.read").add(slow, 20_000_000);
    return new Trees(operations.toTree(), frames.toTree());
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
        new Conditions(2, List.of("lle.Keystroke#enabled=true")),
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
        new Garbage(3, 12_345_678),
        upkeep(),
        slow(),
        timeline(),
        trees(),
        Optional.empty());
  }

  /** Returns a course of five minutes in which keystrokes become slower, with a pause in it. */
  public static Timeline timeline() {
    var map = new HeatMap.Recorder();
    var keystrokes = new LatencySeries.Recorder();
    var operations = new MeanSeries.Recorder();
    for (int i = 0; i < 30; i++) {
      for (int key = 1; key <= 20; key++) {
        long latency = 300_000L * key + 40_000L * i;
        map.record(at(i * 10), latency);
        keystrokes.record(at(i * 10), latency);
      }
      operations.add(at(i * 10), 20, 4_000_000L + 400_000L * i);
    }
    return new Timeline(
        map.toHeatMap(),
        keystrokes.toSeries(),
        List.of(operations.toSeries("syntax highlight")),
        Marks.of(
            List.of(
                new Mark(Mark.Kind.GC_PAUSE, at(120), 12_000_000, 1, "Pause Young"),
                new Mark(Mark.Kind.CLASS_LOADING, at(3), 54_000_000, 41, "41 classes"))));
  }

  /** Returns keystrokes that read a file mostly, and completions that waited for a lock. */
  public static SlowSpans slow() {
    return new SlowSpans(
        Map.of(
            Timing.KEYSTROKE,
            List.of(
                slow(
                    30_000_000,
                    Cause.FILE,
                    21_000_000,
                    "FileInputStream.readBytes in a.Catalog.load"),
                slow(29_000_000, Cause.GC_PAUSE, 17_000_000, "Pause Young"),
                slow(
                    28_000_000,
                    Cause.FILE,
                    20_000_000,
                    "FileInputStream.readBytes in a.Catalog.load")),
            "completion search",
            List.of(slow(5_000_000, Cause.LOCK, 4_500_000, "a.Catalog at a.Catalog.names"))),
        EnumSet.of(Cause.FILE, Cause.GC_PAUSE, Cause.LOCK, Cause.CODE),
        12);
  }

  private static SlowSpan slow(long nanos, Cause cause, long part, String evidence) {
    return new SlowSpan(
        nanos / 1_000_000,
        "self-insert",
        at(3),
        nanos,
        List.of(
            new SlowSpan.Part(cause, part, evidence),
            new SlowSpan.Part(Cause.UNEXPLAINED, nanos - part, "")));
  }

  public static Upkeep upkeep() {
    return new Upkeep(
        List.of(caches()),
        List.of(
            new PoolReading(
                "lines", "buffer", at(300), 8, 4_096, 2_000, 1_950, 1_998, 12, 1, 2, 2, 5, 24_576,
                0.125)),
        List.of(step(12, 1, "applied", 0), step(44, 1, "kept", 0.931), rolledBack()),
        List.of(
            new TargetHistory(
                "hit rate",
                at(300),
                0.93,
                0.9,
                "met",
                false,
                1_500,
                Map.of("met", 27L, "failed", 3L)),
            new TargetHistory(
                "response",
                at(300),
                612_000,
                500_000,
                "critical",
                true,
                2_000,
                Map.of("critical", 30L)),
            new TargetHistory(
                "throughput", at(300), 0, 10, "unknown", false, 0, Map.of("unknown", 30L))),
        new Resources(
            new Course(300, 9, 0.41),
            new Course(300, 30, 0.97),
            new Course(300, 300.0 * 24_000_000, 41_000_000),
            new Course(300, 300.0 * 90_000_000, 97_000_000),
            new Course(300, 300 * 21, 24),
            1_250_000_000),
        List.of(
            new Incident(at(60), "pressure", "cpu", "none", "high", "psi"),
            new Incident(at(61), "throttle", "prefetch", "on", "off", "cpu pressure is high"),
            new Incident(at(70), "pool leak", "lines", "", "", "")),
        List.of(curve()),
        0);
  }

  private static MissRatioCurve curve() {
    return new MissRatioCurve(
        "highlight",
        at(40),
        1,
        16,
        4_000,
        List.of(
            new MissRatioCurve.Point(16, 0.59),
            new MissRatioCurve.Point(64, 0.31),
            new MissRatioCurve.Point(160, 0.09),
            new MissRatioCurve.Point(640, 0.08)));
  }

  private static CacheHistory caches() {
    CacheHistory sum = CacheHistory.of(tier("L1", 300, 60, 64, 700, 800));
    for (int i = 0; i <= 30; i++) {
      long hits = (long) i * i;
      sum =
          sum.plus(
              CacheHistory.of(tier("all", i * 10, 160, i < 4 ? 16 : 160, hits, i * 30L - hits)));
    }
    return sum;
  }

  private static TierReading tier(
      String tier, int second, long entries, long most, long hits, long misses) {
    return new TierReading(
        "highlight",
        tier,
        at(second),
        entries,
        most,
        4_096,
        hits,
        misses,
        misses,
        12,
        3,
        0,
        40,
        31,
        700,
        900,
        120_000,
        0);
  }

  private static TuningStep step(int second, long decision, String outcome, double observed) {
    return new TuningStep(
        at(second),
        decision,
        "cache sizer",
        "highlight",
        "maximum entries",
        16,
        160,
        "160 entries are the fewest that reach 90 % on the curve of the last 4,000 lookups",
        "hit rate",
        0.41,
        0.92,
        observed,
        outcome);
  }

  private static TuningStep rolledBack() {
    return new TuningStep(
        at(90),
        2,
        "prefetcher",
        "completions",
        "prefetch",
        0,
        1,
        "",
        "lookup time",
        12_000,
        8_000,
        19_500,
        "rolled back");
  }

  private static long at(int second) {
    return (START.getEpochSecond() + second) * 1_000_000_000L;
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
