// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.util.Locale;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.night.Verdict;
import org.lusush.lle.analyzer.report.JudgementCsv;
import org.lusush.lle.analyzer.report.JudgementJson;
import org.lusush.lle.analyzer.report.JudgementJunit;
import org.lusush.lle.analyzer.report.JudgementMarkdown;
import org.lusush.lle.analyzer.report.JudgementText;
import org.lusush.lle.analyzer.report.Style;
import org.lusush.lle.analyzer.report.html.JudgementPage;

/** What a verdict can be written as. */
enum JudgementFormat {
  TEXT,
  JSON,
  MARKDOWN,
  HTML,
  JUNIT,
  CSV;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Writes a verdict, and returns whether all is well. */
  boolean write(Judgement judgement, Destination destination) {
    return destination.write(text(judgement, destination), this != TEXT);
  }

  private String text(Judgement judgement, Destination destination) {
    return switch (this) {
      case TEXT -> JudgementText.render(judgement, style(destination));
      case JSON -> JudgementJson.render(judgement);
      case MARKDOWN -> JudgementMarkdown.render(judgement);
      case HTML -> JudgementPage.render(judgement);
      case JUNIT -> JudgementJunit.render(judgement);
      case CSV -> JudgementCsv.render(judgement);
    };
  }

  private static Style style(Destination destination) {
    Console console = destination.console();
    boolean toFile = destination.file().isPresent();
    return new Style(
        console.colors() && !toFile,
        toFile || console.charset().newEncoder().canEncode("µ…█·▁"),
        console.zone());
  }

  /**
   * Returns what the process tells its caller.
   *
   * @param complete whether all was read and written
   */
  static int exitCode(Verdict verdict, boolean complete) {
    if (verdict == Verdict.REGRESSION) {
      return ExitCode.FINDING;
    }
    if (!complete) {
      return ExitCode.UNREADABLE;
    }
    return verdict == Verdict.INCONCLUSIVE ? ExitCode.INCONCLUSIVE : ExitCode.FINE;
  }
}
