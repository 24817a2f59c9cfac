// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.Contents;

/** A report for people, 100 columns wide. */
public final class TextReport {

  private TextReport() {}

  /** Returns the report; no control character from a recording is in it. */
  public static String render(Report report, Style style) {
    var page = new Page(style);
    HeaderSection.print(page, report);
    report.analysis().ifPresent(analysis -> printAnalysis(page, analysis));
    return page.toString();
  }

  private static void printAnalysis(Page page, Analysis analysis) {
    Contents contents = analysis.recording().contents();
    ScoreSection.print(page, analysis);
    KeystrokeSection.print(
        page, contents.keystrokes(), analysis.recording().timings().keystrokes());
    SlowestSection.print(page, contents.keystrokes().slowest());
    HotSpotSection.print(page, analysis.hotSpots());
    OperationSection.print(page, analysis.recording());
    ExceededSection.print(page, contents.exceeded());
    CacheSection.print(page, contents.caches());
    PoolSection.print(page, contents.pools());
  }
}
