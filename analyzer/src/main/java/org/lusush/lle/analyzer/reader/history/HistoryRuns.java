// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.history;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.history.HistoryException;
import org.lusush.lle.history.HistoryReader;
import org.lusush.lle.history.HistoryVisitor;
import org.lusush.lle.history.SourceReport;

/**
 * Takes one day out of the histories in a directory: each shell that was used on it is a run, as if
 * it had been recorded.
 *
 * <p>There is no more in it than a history holds: distributions to two significant digits of types
 * of operations and of keystrokes, counters of caches and pools, and who the shell was. Editor
 * commands, causes, and the bytes of what pools gave out are not there, and nothing stands in for
 * them.
 */
public final class HistoryRuns {

  /** A record is of the clock of its shell, a file of that of the collector. */
  private static final Duration CLOCKS_APART = Duration.ofDays(1);

  private static final Duration FIRST_STRIDE = Duration.ofDays(3);
  private static final int STRIDES_GROW_BY = 8;
  private static final Duration LONGEST_STRIDE = Duration.ofDays(200 * 365);

  /** Who a shell is, its history says within this time of its beginning. */
  private static final Duration INTRODUCTION = Duration.ofDays(1);

  private HistoryRuns() {}

  /**
   * Returns the last day on which anything was used.
   *
   * @param before the first day that does not count, if not all do
   * @return empty when nothing was
   * @throws HistoryException when there is no such directory, or it cannot be read
   */
  public static Optional<LocalDate> lastDay(Path directory, Optional<LocalDate> before, ZoneId zone)
      throws HistoryException {
    Instant newest =
        HistoryReader.newestDayEnd(directory)
            .map(end -> end.plus(CLOCKS_APART))
            .orElse(HistoryReader.LATEST);
    Instant end =
        before
            .map(day -> day.atStartOfDay(zone).toInstant())
            .filter(limit -> limit.isBefore(newest))
            .orElse(newest);
    for (Duration stride = FIRST_STRIDE; ; stride = stride.multipliedBy(STRIDES_GROW_BY)) {
      boolean isAll = stride.compareTo(LONGEST_STRIDE) > 0;
      var last = new LastInterval();
      HistoryReader.read(directory, isAll ? HistoryReader.EARLIEST : end.minus(stride), end, last);
      if (isAll || last.any) {
        return last.day(zone);
      }
    }
  }

  /** Sees when the last interval ended. */
  private static final class LastInterval implements HistoryVisitor {
    private boolean any;
    private long nanos = Long.MIN_VALUE;

    @Override
    public void interval(long endNanos, long lengthNanos) {
      any = true;
      nanos = Math.max(nanos, endNanos);
    }

    private Optional<LocalDate> day(ZoneId zone) {
      return any
          ? Optional.of(HistoryVisitor.instant(nanos).atZone(zone).toLocalDate())
          : Optional.empty();
    }
  }

  /**
   * Returns the runs of a day, those that began first first; none when nothing was used on it.
   *
   * @throws HistoryException when there is no such directory, or it cannot be read
   */
  public static List<Recording> of(Path directory, LocalDate day, ZoneId zone)
      throws HistoryException {
    Instant from = day.atStartOfDay(zone).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
    var sums = new RunSums();
    List<Recording> runs = new ArrayList<>();
    for (SourceReport report : HistoryReader.read(directory, from, to, sums)) {
      RunSums.Run run = sums.run(report.name());
      if (run.isUsed()) {
        if (!run.identity().isComplete()) {
          introduce(run, report, directory, from);
        }
        runs.add(run.toRecording(report));
      }
    }
    return runs;
  }

  /** Looks up who a shell is that began on an earlier day. */
  private static void introduce(
      RunSums.Run run, SourceReport report, Path directory, Instant before)
      throws HistoryException {
    Optional<Instant> began = RunIdentity.began(report.name());
    if (began.filter(at -> at.isBefore(before)).isPresent()) {
      var earlier = new RunSums();
      Instant from = began.get().minus(INTRODUCTION);
      HistoryReader.read(directory, from, began.get().plus(INTRODUCTION), earlier);
      run.identity().fill(earlier.run(report.name()).identity());
    }
  }
}
