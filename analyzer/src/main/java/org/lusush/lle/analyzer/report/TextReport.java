// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Source;
import org.lusush.lle.analyzer.model.upkeep.Upkeep;

/** A report for people, 100 columns wide. */
public final class TextReport {

  private TextReport() {}

  /** Returns the report; no control character from a recording is in it. */
  public static String render(Report report, Style style) {
    var page = new Page(style);
    HeaderSection.print(page, report);
    report.analysis().ifPresent(analysis -> printAnalysis(page, analysis));
    report.findings().ifPresent(findings -> RuleSection.print(page, findings, false));
    return page.toString();
  }

  private static void printAnalysis(Page page, Analysis analysis) {
    Contents contents = analysis.recording().contents();
    ScoreSection.print(page, analysis);
    KeystrokeScoreSection.print(page, analysis.keystrokeScore());
    KeystrokeSection.print(
        page, contents.keystrokes(), analysis.recording().timings().keystrokes());
    CourseSection.print(page, contents);
    SlowestSection.print(page, contents.keystrokes().slowest());
    CauseSection.print(page, analysis.causes(), contents.slow());
    SlowPlaceSection.print(page, analysis.slowPlaces(), contents.trees().operations());
    HotSpotSection.print(page, analysis.hotSpots());
    if (contents.timed().isPresent()) {
      TimedMethodSection.print(page, contents.timed().get());
    }
    OperationSection.print(page, analysis.recording());
    TrendSection.print(page, analysis.trends());
    ExceededSection.print(page, contents.exceeded());
    CacheSection.print(page, contents.caches());
    CacheCourseSection.print(page, contents.upkeep().caches());
    PoolSection.print(page, contents.pools());
    printUpkeep(page, contents.upkeep(), start(analysis.recording()));
  }

  private static void printUpkeep(Page page, Upkeep upkeep, long startNanos) {
    PoolCountSection.print(page, upkeep.pools());
    TuningSection.print(page, upkeep.steps(), startNanos);
    TargetSection.print(page, upkeep.targets());
    ResourceSection.print(page, upkeep.resources(), upkeep.incidents(), startNanos);
  }

  /** Returns when the first of the files begins, in nanoseconds since the epoch. */
  private static long start(Recording recording) {
    return recording.sources().stream()
        .map(Source::start)
        .min(Comparator.naturalOrder())
        .map(start -> TimeUnit.SECONDS.toNanos(start.getEpochSecond()) + start.getNano())
        .orElse(0L);
  }
}
