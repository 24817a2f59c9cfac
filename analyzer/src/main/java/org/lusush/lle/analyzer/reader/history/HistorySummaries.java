// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.history;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.history.HistorySummary;
import org.lusush.lle.analyzer.model.trend.Series;
import org.lusush.lle.analyzer.model.trend.TrendLine;
import org.lusush.lle.history.FileReport;
import org.lusush.lle.history.HistoryException;
import org.lusush.lle.history.HistoryReader;
import org.lusush.lle.history.SourceReport;

/** Sums up the histories in a directory. */
public final class HistorySummaries {

  private HistorySummaries() {}

  /**
   * Reads what was recorded in a range of time.
   *
   * @param operation the one that is of interest, if not all are
   * @param trends says where series are heading; empty where that is of no interest
   * @throws HistoryException when there is no such directory, or it cannot be read
   */
  public static HistorySummary read(
      Path directory,
      Instant from,
      Instant to,
      Optional<String> operation,
      Optional<Function<List<Series>, List<TrendLine>>> trends)
      throws HistoryException {
    var sums = new HistorySums(operation, trends.isPresent());
    List<SourceReport> reports = HistoryReader.read(directory, from, to, sums);
    return new HistorySummary(
        reports.stream()
            .map(report -> source(report, sums.sumsOf(report.name())))
            .filter(
                source -> source.intervals() + source.moments() > 0 || !source.problems().isEmpty())
            .toList(),
        sums.operations(),
        sums.caches(),
        sums.pools(),
        sums.usage(),
        sums.targets(),
        sums.moments(),
        trends.map(of -> of.apply(sums.series())).orElse(List.of()));
  }

  private static HistorySummary.Source source(SourceReport report, HistorySums.SourceSums sums) {
    return new HistorySummary.Source(
        report.name(),
        sums.shell,
        sums.first(),
        sums.last(),
        sums.intervals,
        sums.moments,
        sums.keystrokes,
        report.bytes(),
        sums.ended,
        sums.lost,
        report.unknown(),
        problems(report));
  }

  private static List<String> problems(SourceReport report) {
    List<String> problems = new ArrayList<>();
    for (FileReport file : report.files()) {
      file.damage().ifPresent(damage -> problems.add(named(file.file()) + " " + damage));
    }
    for (Path file : report.setAside()) {
      problems.add(named(file) + " was damaged, and is set aside");
    }
    if (report.missing() > 0) {
      problems.add("%,d records are missing".formatted(report.missing()));
    }
    if (report.malformed() > 0) {
      problems.add("%,d records are malformed".formatted(report.malformed()));
    }
    return problems;
  }

  private static String named(Path file) {
    return Printable.of(String.valueOf(file.getFileName()));
  }
}
