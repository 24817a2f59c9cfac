// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.Garbage;
import org.lusush.lle.analyzer.model.Jvm;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Session;
import org.lusush.lle.analyzer.model.Source;

/** What was read, and first of all what is missing from it. */
final class HeaderSection {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

  private HeaderSection() {}

  static void print(Page page, Report report) {
    page.line("LLE Flight report", Tone.STRONG);
    report.failures().forEach(failure -> printFailure(page, failure));
    report.analysis().ifPresent(analysis -> printSources(page, analysis));
  }

  private static void printFailure(Page page, ReadOutcome.Failure failure) {
    page.blank();
    page.line(failure.file(), Tone.STRONG);
    page.paragraph("  ! ", "not read: " + failure.problem().sentence(), Tone.BAD);
  }

  private static void printSources(Page page, Analysis analysis) {
    List<Source> sources = analysis.recording().sources();
    sources.forEach(source -> printSource(page, source));
    if (sources.size() > 1) {
      page.blank();
      page.line("What follows is about the " + sources.size() + " files together.", Tone.FAINT);
    }
    Garbage garbage = analysis.recording().contents().garbage();
    if (garbage.collections() > 0) {
      page.blank();
      page.line(
          "The JVM paused %s for %s."
              .formatted(
                  Units.duration(garbage.pauseNanos()),
                  Units.count(garbage.collections(), "garbage collection")));
    }
  }

  private static void printSource(Page page, Source source) {
    page.blank();
    page.line(source.file(), Tone.STRONG);
    source.gaps().forEach(gap -> printGap(page, gap));
    source.session().ifPresent(session -> field(page, "shell", shell(session)));
    source.jvm().ifPresent(jvm -> field(page, "JVM", jvm(jvm)));
    field(page, "recorded", recorded(source, page.style()));
    source.session().ifPresent(session -> field(page, "session", counted(session, page.style())));
  }

  private static void printGap(Page page, Gap gap) {
    boolean lossy = gap.kind().isLossy();
    page.paragraph(lossy ? "  ! " : "  · ", gap.sentence(), lossy ? Tone.WARNING : Tone.FAINT);
  }

  private static void field(Page page, String name, String value) {
    page.line("  %-10s%s".formatted(name, value));
  }

  private static String shell(Session session) {
    String recorder = session.recorder().isEmpty() ? "" : "recorder " + session.recorder();
    return joined(session.shell(), session.editor(), session.terminal(), recorder);
  }

  private static String jvm(Jvm jvm) {
    int build = jvm.version().indexOf(" for ");
    String version = build < 0 ? jvm.version() : jvm.version().substring(0, build);
    return joined(version, jvm.pid() > 0 ? "pid " + jvm.pid() : "");
  }

  private static String recorded(Source source, Style style) {
    ZonedDateTime start = source.start().atZone(style.zone());
    ZonedDateTime end = source.end().atZone(style.zone());
    boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
    String span =
        DAY_AND_TIME.format(start)
            + " to "
            + (sameDay ? TIME : DAY_AND_TIME).format(end)
            + " "
            + ZONE.format(end);
    return joined(
        span,
        Units.duration(source.duration().toNanos()),
        Units.count(source.chunks(), "chunk"),
        Units.bytes(source.bytes()));
  }

  private static String counted(Session session, Style style) {
    String since =
        session
            .started()
            .map(started -> "since " + DAY_AND_TIME.format(started.atZone(style.zone())))
            .orElse("");
    return Stream.of(
            Units.count(session.lines(), "line") + ",",
            Units.count(session.keystrokes(), "keystroke"),
            since)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }
}
