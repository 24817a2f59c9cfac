// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.detection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lusush.lle.analyzer.model.night.Night;

/**
 * Who finds that one operation became a tenth slower, and who cries wolf.
 *
 * <p>A night is twenty runs; a run is a session drawn from those recorded, and its figures are
 * those of durations drawn from that session. In half of the series nothing changes; in the other
 * half one operation takes a tenth longer from the 21st night on. The drawing is seeded.
 *
 * <p>How sure a verdict must be was chosen by {@link #tuning} on some sessions; {@link #run} judges
 * it on sessions that were recorded for that alone, with other seeds.
 *
 * <p>Few methods can see a tenth where the medians of runs of the same program differ by as much:
 * the operations that are {@link Sessions#isSteady steady} are told apart from the others.
 *
 * @param rows one for each way to look
 * @param series how many there were of each half
 * @param sessions how many were recorded
 */
public record Detection(List<Row> rows, int series, int sessions) {

  /** How many series of each half it takes for figures to publish. */
  public static final int FULL = 200;

  /** The fewest nights before the change. */
  static final int BEFORE = 20;

  /** How many nights there are to find it in. */
  static final int NIGHTS = 3;

  private static final int QUIET = 10;
  private static final double SLOWER = 1.1;
  private static final long TUNING_SEED = 4_711;
  private static final long SEED = 20_261_127;

  public Detection {
    rows = List.copyOf(rows);
  }

  /**
   * What one way to look found.
   *
   * @param found share of series in which it named the slower operation within three nights
   * @param foundSteady the same of the series with a steady operation
   * @param falseAlarms share of the nights without a change on which it named any
   * @param noisySeries share of the series without a change in which it did on any of ten nights
   */
  public record Row(
      String detector, double found, double foundSteady, double falseAlarms, double noisySeries) {}

  /**
   * Goes through series of the sessions that nothing was chosen by.
   *
   * @param series how many of each half
   */
  public static Detection run(int series) throws IOException {
    return run(series, Sessions.heldOut(), SEED);
  }

  /** Goes through series of the sessions that the limits were chosen by. */
  static Detection tuning(int series) throws IOException {
    return run(series, Sessions.recorded(), TUNING_SEED);
  }

  static Detection run(int series, Sessions sessions, long seed) {
    var nights = new DrawnNights(sessions, seed);
    List<Detector> detectors = new ArrayList<>();
    detectors.add(new OurVerdict());
    detectors.addAll(Peers.all());
    return new Detection(
        detectors.stream().map(detector -> row(detector, series, nights)).toList(),
        series,
        sessions.all().size());
  }

  private static Row row(Detector detector, int series, DrawnNights nights) {
    boolean[] found = new boolean[series];
    IntStream.range(0, series).parallel().forEach(i -> found[i] = finds(detector, i, nights));
    IntStream steady = IntStream.range(0, series).filter(nights::isSteady);
    IntStream all = IntStream.range(0, series);
    long[] alarms =
        IntStream.range(0, series)
            .parallel()
            .mapToLong(i -> alarms(detector, series + i, nights))
            .toArray();
    long alarmed = 0;
    long noisy = 0;
    for (long count : alarms) {
      alarmed += count;
      noisy += count > 0 ? 1 : 0;
    }
    return new Row(
        detector.name(),
        all.mapToDouble(i -> found[i] ? 1 : 0).average().orElse(Double.NaN),
        steady.mapToDouble(i -> found[i] ? 1 : 0).average().orElse(Double.NaN),
        (double) alarmed / series / QUIET,
        (double) noisy / series);
  }

  private static boolean finds(Detector detector, int number, DrawnNights drawn) {
    String slower = drawn.slower(number);
    List<Night> nights = drawn.nights(number, BEFORE, NIGHTS, SLOWER);
    return IntStream.rangeClosed(1, NIGHTS)
        .anyMatch(i -> detector.slower(nights.subList(0, BEFORE + i)).contains(slower));
  }

  /** Returns on how many nights without a change there was an alarm. */
  private static long alarms(Detector detector, int number, DrawnNights drawn) {
    List<Night> nights = drawn.nights(number, BEFORE, QUIET, 1);
    return IntStream.rangeClosed(1, QUIET)
        .mapToObj(i -> detector.slower(nights.subList(0, BEFORE + i)))
        .filter(alarm -> !alarm.isEmpty())
        .count();
  }
}
