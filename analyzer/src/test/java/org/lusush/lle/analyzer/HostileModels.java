// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lusush.lle.analyzer.model.CacheStats;
import org.lusush.lle.analyzer.model.Conditions;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.Exceeded;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.Garbage;
import org.lusush.lle.analyzer.model.Jvm;
import org.lusush.lle.analyzer.model.Keystrokes;
import org.lusush.lle.analyzer.model.LatencyGroup;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.OperationStats;
import org.lusush.lle.analyzer.model.Phases;
import org.lusush.lle.analyzer.model.PoolStats;
import org.lusush.lle.analyzer.model.Problem;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Session;
import org.lusush.lle.analyzer.model.SlowKeystroke;
import org.lusush.lle.analyzer.model.Source;
import org.lusush.lle.analyzer.model.TimedMethod;
import org.lusush.lle.analyzer.model.TimedMethods;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.Timings;
import org.lusush.lle.analyzer.model.cause.Cause;
import org.lusush.lle.analyzer.model.cause.SlowSpan;
import org.lusush.lle.analyzer.model.cause.SlowSpans;
import org.lusush.lle.analyzer.model.timeline.HeatMap;
import org.lusush.lle.analyzer.model.timeline.LatencySeries;
import org.lusush.lle.analyzer.model.timeline.Mark;
import org.lusush.lle.analyzer.model.timeline.Marks;
import org.lusush.lle.analyzer.model.timeline.MeanSeries;
import org.lusush.lle.analyzer.model.timeline.Timeline;
import org.lusush.lle.analyzer.model.tree.Trees;
import org.lusush.lle.analyzer.model.tree.WorkTree;
import org.lusush.lle.analyzer.model.upkeep.CacheHistory;
import org.lusush.lle.analyzer.model.upkeep.Incident;
import org.lusush.lle.analyzer.model.upkeep.MissRatioCurve;
import org.lusush.lle.analyzer.model.upkeep.PoolReading;
import org.lusush.lle.analyzer.model.upkeep.Resources;
import org.lusush.lle.analyzer.model.upkeep.TargetHistory;
import org.lusush.lle.analyzer.model.upkeep.TierReading;
import org.lusush.lle.analyzer.model.upkeep.TuningStep;
import org.lusush.lle.analyzer.model.upkeep.Upkeep;
import org.lusush.lle.analyzer.report.Report;

/** Models that somebody made to do harm: the same text wherever a recording can hold one. */
public final class HostileModels {

  /** What could break out of HTML, scripts, templates, tables, terminals and spreadsheets. */
  public static final String TEXT =
      "=1+1|</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>\"'`&lt;{{title}}"
          + "\u001B]0;owned\u0007\u001B[31m\u202Eevil\u2066\u2028\u0000\r\n,;\t";

  private HostileModels() {}

  /** Returns a report on a recording of this text, and on a file of this name. */
  public static Report report(String text) {
    Contents contents = contents(text, 1);
    var recording = new Recording(List.of(source(text)), contents, Timings.of(contents));
    var failure = new ReadOutcome.Failure(text, new Problem.Damaged(text));
    return new Report(Optional.of(Analyzer.analyze(recording)), List.of(failure));
  }

  /** Returns a report on a recording with as much of everything as the models keep. */
  public static Report large() {
    Contents contents = Contents.NONE;
    for (int i = 0; i < 100; i++) {
      contents = contents.plus(contents(i + "é<\u4E2D\">".repeat(40), i));
    }
    List<Source> sources =
        java.util.Collections.nCopies(200, source("<night>".repeat(40) + ".jfr"));
    var recording = new Recording(sources, contents, Timings.of(contents));
    return new Report(Optional.of(Analyzer.analyze(recording)), List.of());
  }

  private static Source source(String text) {
    return new Source(
        text,
        1,
        1,
        TestModels.START,
        TestModels.START.plusSeconds(60),
        Optional.of(new Jvm(text, 1)),
        Optional.of(new Session(text, text, text, text, 1, Optional.empty(), 1, 1, 0)),
        List.of(text),
        List.of(),
        false,
        new Conditions(1, List.of(text)),
        List.of(new Gap(Gap.Kind.DAMAGED, text)));
  }

  private static Contents contents(String text, int seed) {
    var latency = TestModels.spread(100, 1_000_000 + seed);
    var stats = new OperationStats(text, 1, latency.totalNanos(), latency);
    return new Contents(
        new Keystrokes(
            latency,
            1,
            1,
            Phases.NONE,
            List.of(new LatencyGroup(text, latency)),
            List.of(new LatencyGroup(text, latency)),
            List.of(
                new SlowKeystroke(
                    seed,
                    TestModels.START,
                    text,
                    text,
                    5_000_000,
                    Phases.NONE,
                    Optional.of(new SlowKeystroke.Work(text, text, 5))))),
        List.of(new OperationGroup(stats, List.of(stats))),
        List.of(new CacheStats(text, Map.of(text, 1L), 1, latency)),
        List.of(new PoolStats(text, text, 1, 1, 1)),
        List.of(new Exceeded(text, 1, 1, 1)),
        Garbage.NONE,
        upkeep(text, seed),
        slow(text, seed),
        timeline(text, seed),
        trees(text),
        Optional.of(timed(text, seed)));
  }

  private static Timeline timeline(String text, int seed) {
    var map = new HeatMap.Recorder();
    var keystrokes = new LatencySeries.Recorder();
    var operations = new MeanSeries.Recorder();
    for (int i = 0; i < 240; i++) {
      map.record(at(i), 20_000L * (1 + i + seed));
      keystrokes.record(at(i), 20_000L * (1 + i + seed));
      operations.add(at(i), 1, 1_000);
    }
    return new Timeline(
        map.toHeatMap(),
        keystrokes.toSeries(),
        List.of(operations.toSeries(text)),
        Marks.of(List.of(new Mark(Mark.Kind.GC_PAUSE, at(seed), 1_000, 1, text))));
  }

  private static TimedMethods timed(String text, int seed) {
    return TimedMethods.of(
        new TimedMethods.OfJvm(
            seed,
            at(seed),
            List.of(
                TimedMethod.of(text, 5, 1, 2, 3),
                TimedMethod.of(
                    text + seed, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE))));
  }

  private static Trees trees(String text) {
    var tree = new WorkTree.Recorder();
    for (int i = 0; i < 10; i++) {
      tree.root().child(text).child(i + text).add(3, 1_000_000);
    }
    return new Trees(tree.toTree(), tree.toTree());
  }

  private static SlowSpans slow(String text, int seed) {
    List<SlowSpan> spans =
        java.util.stream.IntStream.range(0, 20)
            .mapToObj(
                i ->
                    new SlowSpan(
                        seed,
                        text,
                        at(i),
                        5_000_000L + i,
                        List.of(
                            new SlowSpan.Part(Cause.FILE, 4_000_000, text),
                            new SlowSpan.Part(Cause.CODE, 1_000_000L + i, text))))
            .toList();
    return new SlowSpans(
        Map.of(Timing.KEYSTROKE, spans, text, spans), EnumSet.of(Cause.FILE, Cause.CODE), 0);
  }

  private static Upkeep upkeep(String text, int seed) {
    CacheHistory cache = CacheHistory.of(tier(text, 0));
    for (int i = 1; i < 30; i++) {
      cache = cache.plus(CacheHistory.of(tier(text, i)));
    }
    List<TuningStep> steps =
        java.util.stream.IntStream.range(0, 6)
            .mapToObj(
                i ->
                    new TuningStep(
                        at(i), seed * 10L + i, text, text, text, 1, 2, text, text, 1, 2, 3, text))
            .toList();
    return new Upkeep(
        List.of(cache),
        List.of(new PoolReading(text, text, at(1), 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0)),
        steps,
        List.of(new TargetHistory(text, at(1), 1, 1, text, true, 1, Map.of(text, 1L))),
        Resources.NONE,
        List.of(new Incident(at(1), text, text, text, text, text)),
        List.of(
            new MissRatioCurve(
                text,
                at(1),
                1,
                4,
                9,
                List.of(new MissRatioCurve.Point(2, 0.5), new MissRatioCurve.Point(4, 0.25)))),
        0);
  }

  private static TierReading tier(String cache, int i) {
    return new TierReading(
        cache, TierReading.ALL, at(i), 1, 1, 1, i * 7L, i * 3L, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
  }

  private static long at(int second) {
    return (TestModels.START.getEpochSecond() + second) * 1_000_000_000L;
  }
}
