// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.Jvm;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Session;
import org.lusush.lle.analyzer.model.Source;
import org.lusush.lle.analyzer.report.Report;
import org.lusush.lle.analyzer.report.Units;

/** What was read: the files, and what is missing from them. */
final class DataSection {

  /** How many warnings stand at the top; all of the first files' are in the section. */
  private static final int WARNINGS = 20;

  private DataSection() {}

  /** Returns what stands at the top of the page, of the first file where there are several. */
  static List<View.Fact> facts(TimeAxis time, Report report) {
    List<View.Fact> facts = new ArrayList<>();
    List<Source> sources = sources(report);
    if (sources.isEmpty()) {
      return facts;
    }
    Source first = sources.get(0);
    facts.add(
        new View.Fact(
            sources.size() == 1 ? "file" : "files",
            sources.size() == 1
                ? first.file()
                : first.file() + " and " + Units.count(sources.size() - 1) + " more"));
    first.session().ifPresent(session -> facts.add(new View.Fact("shell", shell(session))));
    first.jvm().ifPresent(jvm -> facts.add(new View.Fact("JVM", jvm(jvm))));
    facts.add(
        new View.Fact(
            "recorded",
            time.dayAndTime(time.start())
                + " to "
                + time.dayAndTime(time.end())
                + " "
                + time.zone()));
    return facts;
  }

  /** Returns what is missing. */
  static List<View.Warning> warnings(Report report) {
    Stream<View.Warning> unread =
        report.failures().stream()
            .map(f -> new View.Warning(f.file(), "not read: " + f.problem().sentence()));
    Stream<View.Warning> missing =
        sources(report).stream()
            .flatMap(
                source ->
                    source.gaps().stream()
                        .filter(gap -> gap.kind().isLossy())
                        .map(gap -> new View.Warning(source.file(), gap.sentence())));
    return Stream.concat(unread, missing).limit(WARNINGS).toList();
  }

  static void add(PageBuilder page, Report report) {
    List<Source> sources = sources(report);
    var section =
        page.section("data", "Data", "What was read, and how complete it is. Nothing is guessed.");
    if (sources.stream().noneMatch(Source::isIncomplete) && report.failures().isEmpty()) {
      section.note("Nothing is known to be missing.", "good");
    }
    section.table(files(page.time(), sources, report.failures())).table(gaps(sources)).end();
  }

  private static List<Source> sources(Report report) {
    return report.analysis().map(a -> a.recording().sources()).orElse(List.of());
  }

  private static TableBuilder files(
      TimeAxis time, List<Source> sources, List<ReadOutcome.Failure> failures) {
    var table =
        new TableBuilder("Files, times in " + time.zone(), 100)
            .text("file")
            .figure("size")
            .figure("chunks")
            .text("from")
            .figure("covers")
            .text("shell")
            .text("JVM")
            .figure("lines")
            .figure("keystrokes")
            .text("complete");
    for (ReadOutcome.Failure failure : failures) {
      table.row(
          failure.file(),
          "-",
          "-",
          "-",
          "-",
          "-",
          "-",
          "-",
          "-",
          TableBuilder.toned("not read", "bad"));
    }
    sources.forEach(source -> addFile(table, time, source));
    return table;
  }

  private static void addFile(TableBuilder table, TimeAxis time, Source source) {
    Optional<Session> session = source.session();
    table.row(
        source.file(),
        Units.bytes(source.bytes()),
        Units.count(source.chunks()),
        time.dayAndTime(source.start()),
        Units.duration(source.duration().toNanos()),
        session.map(DataSection::shell).orElse("-"),
        source.jvm().map(DataSection::jvm).orElse("-"),
        session.map(s -> Units.count(s.lines())).orElse("-"),
        session.map(s -> Units.count(s.keystrokes())).orElse("-"),
        source.isIncomplete() ? TableBuilder.toned("no", "warn") : "yes");
  }

  private static TableBuilder gaps(List<Source> sources) {
    var table =
        new TableBuilder("What is missing, and what else to know", 100)
            .text("file")
            .text("kind")
            .text("what");
    for (Source source : sources) {
      for (Gap gap : source.gaps()) {
        table.row(
            source.file(),
            TableBuilder.toned(gap.kind().label(), gap.kind().isLossy() ? "warn" : ""),
            gap.sentence());
      }
    }
    return table;
  }

  private static String shell(Session session) {
    return Stream.of(
            session.shell(),
            session.editor(),
            session.terminal(),
            session.recorder().isEmpty() ? "" : "recorder " + session.recorder())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String jvm(Jvm jvm) {
    int build = jvm.version().indexOf(" for ");
    String version = build < 0 ? jvm.version() : jvm.version().substring(0, build);
    return jvm.pid() > 0 ? version + ", pid " + jvm.pid() : version;
  }
}
