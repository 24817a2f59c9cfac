// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lusush.lle.analyzer.model.history.HistorySummary;
import org.lusush.lle.analyzer.model.trend.TrendLine;
import org.lusush.lle.analyzer.model.trend.TrendLine.Direction;

/** What histories hold, as text. */
public final class HistoryText {

  private static final int WIDEST_NAME = 28;

  private final Page page;
  private final DateTimeFormatter times;

  private HistoryText(Style style) {
    page = new Page(style);
    times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(style.zone());
  }

  /** Returns the runs of shells that there are. */
  public static String list(HistorySummary history, Style style) {
    var text = new HistoryText(style);
    text.sources(history);
    return text.page.toString();
  }

  /** Returns the figures of the range of time. */
  public static String statistics(HistorySummary history, Style style) {
    var text = new HistoryText(style);
    text.overview(history);
    text.operations(history.operations());
    text.caches(history.caches());
    text.pools(history.pools());
    text.usage(history.usage());
    text.targets(history.targets());
    text.moments(history.moments());
    return text.page.toString();
  }

  /** Returns where the figures are heading. */
  public static String trends(HistorySummary history, Style style) {
    var text = new HistoryText(style);
    text.overview(history);
    text.trendLines(history.trends());
    return text.page.toString();
  }

  /** Returns what is damaged or missing, or that nothing is. */
  public static String verification(HistorySummary history, Style style) {
    var text = new HistoryText(style);
    long records = 0;
    for (HistorySummary.Source source : history.sources()) {
      records += source.intervals() + source.moments();
      for (String problem : source.problems()) {
        text.page.paragraph(source.name() + "  ", problem, Tone.BAD);
      }
      if (source.skipped() > 0) {
        text.page.paragraph(
            source.name() + "  ",
            Units.count(source.skipped(), "part") + " of a later version skipped",
            Tone.PLAIN);
      }
    }
    text.page.line(
        "%s in %s: %s"
            .formatted(
                Units.count(records, "record"),
                Units.count(history.sources().size(), "shell run"),
                history.isSound() ? "all sound" : "not all sound"));
    return text.page.toString();
  }

  private void sources(HistorySummary history) {
    if (history.sources().isEmpty()) {
      page.line("nothing was recorded in this range of time");
      return;
    }
    var table =
        new Table()
            .text("shell", 20)
            .text("from", 19)
            .text("to", 19)
            .figure("intervals")
            .figure("keystrokes")
            .figure("size")
            .text("", 12);
    for (HistorySummary.Source source : history.sources()) {
      table.row(
          source.shell().isEmpty() ? source.name() : source.shell(),
          time(source.first()),
          time(source.last()),
          Units.count(source.intervals()),
          Units.count(source.keystrokes()),
          Units.bytes(source.bytes()),
          state(source));
    }
    table.print(page);
  }

  private String time(Optional<Instant> time) {
    return time.map(times::format).orElse("-");
  }

  private static Table.Cell state(HistorySummary.Source source) {
    if (!source.problems().isEmpty()) {
      return new Table.Cell("damaged", Tone.BAD);
    }
    return new Table.Cell(source.ended() ? "" : "open", Tone.FAINT);
  }

  private void overview(HistorySummary history) {
    Optional<Instant> first =
        history.sources().stream()
            .flatMap(source -> source.first().stream())
            .min(Instant::compareTo);
    Optional<Instant> last =
        history.sources().stream()
            .flatMap(source -> source.last().stream())
            .max(Instant::compareTo);
    page.line(
        "%s of %s, %s to %s"
            .formatted(
                Units.count(history.intervals(), "interval"),
                Units.count(history.sources().size(), "shell run"),
                time(first),
                time(last)));
    long lost = history.sources().stream().mapToLong(HistorySummary.Source::lost).sum();
    if (lost > 0) {
      page.line(Units.count(lost, "record") + " could not be written in time", Tone.WARNING);
    }
  }

  private void operations(List<HistorySummary.Operation> operations) {
    page.heading("OPERATIONS", "those with the most time of their own first");
    var table =
        new Table()
            .text("operation", WIDEST_NAME)
            .figure("count")
            .figure("p50")
            .figure("p95")
            .figure("p99")
            .figure("p99.9")
            .figure("max")
            .figure("critical")
            .figure("errors");
    for (HistorySummary.Operation o : operations) {
      table.row(
          o.name(),
          Units.count(o.count()),
          Units.duration(o.p50Nanos()),
          Units.duration(o.p95Nanos()),
          Units.duration(o.p99Nanos()),
          Units.duration(o.p999Nanos()),
          Units.duration(o.maxNanos()),
          Units.count(o.criticals()),
          Units.count(o.errors()));
    }
    table.print(page);
  }

  private void caches(List<HistorySummary.Cache> caches) {
    if (caches.isEmpty()) {
      return;
    }
    page.heading("CACHES", "");
    var table =
        new Table()
            .text("cache", WIDEST_NAME)
            .figure("lookups")
            .figure("hit rate")
            .figure("insertions")
            .figure("evictions");
    for (HistorySummary.Cache c : caches) {
      long lookups = c.hits() + c.misses();
      table.row(
          c.name(),
          Units.count(lookups),
          lookups == 0 ? "-" : Units.percent((double) c.hits() / lookups),
          Units.count(c.insertions()),
          Units.count(c.evictions()));
    }
    table.print(page);
  }

  private void pools(List<HistorySummary.Pool> pools) {
    if (pools.isEmpty()) {
      return;
    }
    page.heading("POOLS", "");
    var table =
        new Table().text("pool", WIDEST_NAME).figure("takes").figure("reused").figure("leaks");
    for (HistorySummary.Pool p : pools) {
      table.row(
          p.name(),
          Units.count(p.takes()),
          p.takes() == 0 ? "-" : Units.percent((double) p.reused() / p.takes()),
          Units.count(p.leaks()));
    }
    table.print(page);
  }

  private void usage(Optional<HistorySummary.Usage> usage) {
    usage.ifPresent(
        u -> {
          page.heading("RESOURCES", "of the shells while they were used");
          page.line(
              "  cpu %s in the mean, %s at most; heap %s, resident %s, threads %s at most"
                  .formatted(
                      Units.percent(u.meanProcessCpu()),
                      Units.percent(u.maxProcessCpu()),
                      Units.bytes(u.maxHeap()),
                      Units.bytes(u.maxResident()),
                      Units.count(u.maxThreads())));
        });
  }

  private void targets(List<HistorySummary.Target> targets) {
    if (targets.isEmpty()) {
      return;
    }
    page.heading("TARGETS", "as the shells judged themselves, once a minute");
    var table = new Table().text("target", WIDEST_NAME).text("last", 10).figure("met");
    for (HistorySummary.Target t : targets) {
      table.row(t.name(), t.state(), Units.percent((double) t.met() / t.looks()));
    }
    table.print(page);
  }

  private void moments(Map<String, Long> moments) {
    page.heading("MOMENTS", "");
    moments.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> page.line("  " + e.getKey() + "  " + Units.count(e.getValue())));
  }

  private void trendLines(List<TrendLine> trends) {
    page.heading("TRENDS", "Theil-Sen slope with its 95 % interval, Mann-Kendall significance");
    var table =
        new Table()
            .text("operation", WIDEST_NAME)
            .text("figure", 6)
            .text("", 8)
            .figure("change")
            .figure("a day")
            .figure("p")
            .figure("points");
    for (TrendLine line : trends) {
      table.row(
          line.series().subject(),
          line.series().figure(),
          direction(line.direction()),
          line.direction() == Direction.UNKNOWN
              ? "-"
              : String.format(Locale.US, "%+.1f %%", line.change() * 100),
          line.direction() == Direction.UNKNOWN ? "-" : slope(line.slope()),
          line.direction() == Direction.UNKNOWN
              ? "-"
              : String.format(Locale.US, "%.3f", line.pValue()),
          Units.count(line.series().points().size()));
    }
    table.print(page);
  }

  private static String slope(double nanosPerMinute) {
    double day = nanosPerMinute * 24 * 60;
    return (day < 0 ? "-" : "+") + Units.duration(Math.round(Math.abs(day)));
  }

  private static Table.Cell direction(Direction direction) {
    Tone tone =
        switch (direction) {
          case RISING -> Tone.BAD;
          case FALLING -> Tone.GOOD;
          case STABLE, UNKNOWN -> Tone.FAINT;
        };
    return new Table.Cell(direction.label(), tone);
  }
}
