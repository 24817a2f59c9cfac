// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.Finding;
import org.lusush.lle.analyzer.model.Finding.Severity;
import org.lusush.lle.analyzer.model.Findings;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.HotSpot;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.SlowKeystroke;
import org.lusush.lle.analyzer.model.Source;
import org.lusush.lle.analyzer.model.TimedMethod;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.cause.CauseShare;
import org.lusush.lle.analyzer.model.cause.TailCauses;
import org.lusush.lle.events.hotspot.Suggestion;
import org.lusush.lle.events.score.Score;

/** A report for a comment on a pull request: the verdict first, the details folded away. */
public final class MarkdownReport {

  private static final int FILES = 5;
  private static final int GAPS = 5;
  private static final int HOT_SPOTS = 10;
  private static final int TIMED_METHODS = 10;
  private static final int FINDINGS = 15;
  private static final int SUBJECTS = 6;
  private static final int CAUSES = 3;
  private static final long FRAME_NANOS = 16_000_000;

  private MarkdownReport() {}

  /**
   * Returns the report.
   *
   * @param checks limits that were asked for
   */
  public static String render(Report report, List<Check> checks) {
    var page = new Markdown();
    page.line("## LLE Flight: " + verdict(report, checks));
    addMissing(page, report);
    addChecks(page, checks);
    report.findings().ifPresent(findings -> addFindings(page, findings));
    report.analysis().ifPresent(analysis -> addAnalysis(page, analysis));
    return page.toString();
  }

  private static String verdict(Report report, List<Check> checks) {
    String score =
        report
            .analysis()
            .map(Analysis::score)
            .filter(s -> s.value().isPresent())
            .map(s -> "score " + number(s.value().getAsDouble()) + " of 100")
            .orElse("no score");
    score +=
        report
            .analysis()
            .flatMap(Analysis::keystrokeScore)
            .map(s -> ", keystroke score " + number(s.value()))
            .orElse("");
    long broken = checks.stream().filter(check -> !check.met()).count();
    if (checks.isEmpty()) {
      return score;
    }
    return score
        + (broken == 0
            ? ", every limit is kept"
            : ", " + Units.count(broken, "limit") + " not met");
  }

  private static void addMissing(Markdown page, Report report) {
    for (ReadOutcome.Failure failure : report.failures().stream().limit(FILES).toList()) {
      page.blank()
          .line(
              "> **Not read**: %s, %s"
                  .formatted(
                      Markdown.code(failure.file()), Markdown.text(failure.problem().sentence())));
    }
    List<String> gaps =
        report.analysis().stream()
            .flatMap(analysis -> analysis.recording().sources().stream())
            .flatMap(source -> source.gaps().stream())
            .filter(gap -> gap.kind().isLossy())
            .map(Gap::sentence)
            .distinct()
            .toList();
    if (!gaps.isEmpty()) {
      page.blank().line("> **Incomplete data**");
      gaps.stream().limit(GAPS).forEach(gap -> page.line("> - " + Markdown.text(gap)));
      if (gaps.size() > GAPS) {
        page.line("> - and " + (gaps.size() - GAPS) + " more");
      }
    }
  }

  private static void addChecks(Markdown page, List<Check> checks) {
    if (checks.isEmpty()) {
      return;
    }
    page.blank().head("limit", "verdict", "figures");
    for (Check check : checks) {
      page.row(check.name(), check.met() ? "met" : "**not met**", Markdown.text(check.sentence()));
    }
  }

  private static void addFindings(Markdown page, Findings findings) {
    List<Finding> bad = findings.atLeast(Severity.INFO);
    if (bad.isEmpty()) {
      page.blank().line("The rules found nothing.");
      return;
    }
    page.fold("Findings of the rules").head("severity", "rule", "what", "what to do");
    for (Finding finding : bad.stream().limit(FINDINGS).toList()) {
      page.row(
          finding.severity().label(),
          Markdown.text(finding.name()),
          Markdown.text(finding.summary()),
          Markdown.text(finding.solution()));
    }
    page.endFold();
  }

  private static void addAnalysis(Markdown page, Analysis analysis) {
    addKeystrokes(page, analysis.recording().timings().keystrokes());
    addScore(page, analysis.score());
    addCauses(page, analysis.causes());
    addSlowest(page, analysis.recording().contents().keystrokes().slowest());
    addHotSpots(page, analysis.hotSpots().stream().filter(HotSpot::isHot).toList());
    if (analysis.recording().contents().timed().isPresent()) {
      addTimed(page, analysis.recording().contents().timed().get().all());
    }
    page.blank().line("<sub>" + sources(analysis.recording().sources()) + "</sub>");
  }

  private static void addKeystrokes(Markdown page, Timing timing) {
    if (timing.count() == 0) {
      page.blank().line("No keystroke was recorded.");
      return;
    }
    Latency latency = timing.latency();
    page.blank()
        .head(
            "keystrokes:", "p50:", "p95:", "p99:", "p99.9:", "longest:", "within 16 ms:", "errors:")
        .row(
            Units.count(timing.count()),
            Units.duration(latency.percentileNanos(50)),
            Units.duration(latency.percentileNanos(95)),
            "**" + Units.duration(latency.percentileNanos(99)) + "**",
            Units.duration(latency.percentileNanos(99.9)),
            Units.duration(latency.maxNanos()),
            Units.percent(latency.shareAtMost(FRAME_NANOS)),
            Units.count(timing.totals().errors()));
  }

  private static void addScore(Markdown page, Score score) {
    page.fold("Terms of the score").head("term", "points:", "from");
    for (Score.Term term : score.terms()) {
      page.row(
          term.kind().label(),
          term.points().isPresent()
              ? String.format(Locale.US, "%+.1f", term.points().getAsDouble())
              : "-",
          Markdown.text(term.evidence()));
    }
    page.endFold();
  }

  private static void addCauses(Markdown page, List<TailCauses> causes) {
    if (causes.isEmpty()) {
      return;
    }
    page.fold("Causes of slow keystrokes and operations").head("of", "slow:", "from:", "causes");
    for (TailCauses tail : causes.stream().limit(SUBJECTS).toList()) {
      page.row(
          Markdown.code(tail.subject()),
          Units.count(tail.spans()) + " of " + Units.count(tail.of()),
          Units.duration(tail.fromNanos()),
          tail.shares().stream()
              .limit(CAUSES)
              .map(MarkdownReport::cause)
              .collect(Collectors.joining(", ")));
    }
    page.endFold();
  }

  private static String cause(CauseShare share) {
    String evidence = share.evidence().isEmpty() ? "" : " " + Markdown.code(share.evidence());
    return Math.round(share.share() * 100) + " % " + share.cause().label() + evidence;
  }

  private static void addSlowest(Markdown page, List<SlowKeystroke> slowest) {
    if (slowest.isEmpty()) {
      return;
    }
    page.fold("Slowest keystrokes")
        .head("widget", "total:", "input:", "edit:", "paint:", "largest operation");
    for (SlowKeystroke keystroke : slowest) {
      page.row(
          Markdown.code(keystroke.widget().isEmpty() ? keystroke.kind() : keystroke.widget()),
          Units.duration(keystroke.durationNanos()),
          Units.duration(keystroke.phases().inputNanos()),
          Units.duration(keystroke.phases().editNanos()),
          Units.duration(keystroke.phases().paintNanos()),
          keystroke.largest().map(work -> Markdown.code(work.operation())).orElse("-"));
    }
    page.endFold();
  }

  private static void addHotSpots(Markdown page, List<HotSpot> hot) {
    if (hot.isEmpty()) {
      return;
    }
    page.fold("Hot spots")
        .head("#:", "operation", "name", "share:", "self:", "p99:", "what could be done");
    for (HotSpot spot : hot.stream().limit(HOT_SPOTS).toList()) {
      page.row(
          Integer.toString(spot.rank()),
          Markdown.code(spot.operation()),
          Markdown.code(spot.stats().name()),
          Units.percent(spot.share()),
          Units.duration(spot.stats().selfNanos()),
          Units.duration(spot.stats().latency().percentileNanos(99)),
          (spot.critical() ? "**critical** " : "")
              + spot.suggestions().stream()
                  .findFirst()
                  .map(Suggestion::advice)
                  .map(Markdown::text)
                  .orElse(""));
    }
    page.endFold();
  }

  private static void addTimed(Markdown page, List<TimedMethod> methods) {
    page.fold("Methods timed " + TimedMethodSection.ABOUT)
        .head("method", "calls:", "total:", "mean:", "longest:");
    for (TimedMethod method : methods.stream().limit(TIMED_METHODS).toList()) {
      page.row(
          Markdown.code(method.name()),
          Units.count(method.calls()),
          TimedMethodSection.total(method),
          TimedMethodSection.duration(method, method.meanNanos()),
          TimedMethodSection.duration(method, method.maxNanos()));
    }
    page.endFold();
  }

  private static String sources(List<Source> sources) {
    String files =
        sources.stream()
            .limit(FILES)
            .map(
                source ->
                    Markdown.code(source.file())
                        + " "
                        + Units.duration(source.duration().toNanos()))
            .collect(Collectors.joining(", "));
    return sources.size() > FILES
        ? files + " and " + Units.count(sources.size() - FILES) + " more"
        : files;
  }

  private static String number(double value) {
    return String.format(Locale.US, "%.1f", value);
  }
}
