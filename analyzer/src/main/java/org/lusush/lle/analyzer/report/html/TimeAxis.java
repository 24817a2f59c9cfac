// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lusush.lle.analyzer.model.Source;

/**
 * The time that the page is about, in one offset from UTC all over.
 *
 * @param start when the first of the files begins
 * @param end when the last of them ends
 */
record TimeAxis(Instant start, Instant end, ZoneOffset offset) {

  private static final long SECOND = 1_000_000_000;
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  static TimeAxis of(List<Source> sources, ZoneId zone) {
    Instant start =
        sources.stream().map(Source::start).min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    Instant end = sources.stream().map(Source::end).max(Comparator.naturalOrder()).orElse(start);
    return new TimeAxis(start, end, zone.getRules().getOffset(start));
  }

  /** Returns the moment as the charts count time: milliseconds since the start. */
  double sinceStart(long epochNanos) {
    return Math.round((epochNanos - epochNanos(start)) / 10_000.0) / 100.0;
  }

  double sinceStart(Instant moment) {
    return sinceStart(epochNanos(moment));
  }

  /** Returns the start in milliseconds on the clock of the offset. */
  long startMillis() {
    return start.toEpochMilli() + offset.getTotalSeconds() * 1_000L;
  }

  /** Returns the moment as people read it, without the day where all is of one day. */
  String text(long epochNanos) {
    return text(
        Instant.ofEpochSecond(
            Math.floorDiv(epochNanos, SECOND), Math.floorMod(epochNanos, SECOND)));
  }

  String text(Instant moment) {
    boolean oneDay =
        start.atOffset(offset).toLocalDate().equals(end.atOffset(offset).toLocalDate());
    return (oneDay ? MILLIS : DAY_AND_MILLIS).format(moment.atOffset(offset));
  }

  /** Returns the moment with its day, to the second. */
  String dayAndTime(Instant moment) {
    return DAY_AND_TIME.format(moment.atOffset(offset));
  }

  /** Returns the offset as it stands behind times. */
  String zone() {
    return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
  }

  private static long epochNanos(Instant moment) {
    return moment.getEpochSecond() * SECOND + moment.getNano();
  }
}
