// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.lusush.lle.history.Counts;
import org.lusush.lle.history.HistoryException;
import org.lusush.lle.history.HistoryReader;
import org.lusush.lle.history.HistorySettings;
import org.lusush.lle.history.HistoryVisitor;
import org.lusush.lle.history.HistoryWriter;
import org.lusush.lle.history.chronicle.ChronicleStore;

/**
 * Writes a day of history and says how many records and bytes it is; or reads a directory and says
 * how many records there are and how long that took, from the first class of it on.
 */
final class HistoryProbe {

  static final String WRITE = "write";
  static final String READ = "read";

  private static final int SECONDS = 8 * 3_600;
  private static final long DAY_MILLIS = 1_790_000_000_000L;

  private HistoryProbe() {}

  public static void main(String... arguments) throws IOException, HistoryException {
    Path directory = Path.of(arguments[1]);
    if (arguments[0].equals(WRITE)) {
      write(directory);
    } else {
      read(directory);
    }
  }

  private static void write(Path directory) throws IOException, HistoryException {
    var seconds = TypedSeconds.read(1);
    try (var history =
        HistoryWriter.start(
            directory, 1, HistorySettings.defaults(), ChronicleStore::open, HistoryProbe::say)) {
      var record = history.recordWriter();
      for (int i = 0; i < SECONDS; i++) {
        seconds.next(record, DAY_MILLIS + i * 1_000L);
        while (!history.offer(record)) {
          Thread.onSpinWait();
        }
      }
    }
    System.out.println(ChildJvm.MARK + " " + SECONDS + " " + bytes(directory));
  }

  private static void say(String sentence) {
    System.err.println(sentence);
  }

  private static long bytes(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }

  private static void read(Path directory) throws HistoryException {
    long start = System.nanoTime();
    var sums = new Sums();
    var reports = HistoryReader.read(directory, HistoryReader.EARLIEST, HistoryReader.LATEST, sums);
    long nanos = System.nanoTime() - start;
    if (!reports.stream().allMatch(report -> report.isSound())) {
      throw new IllegalStateException("damaged");
    }
    System.out.println(ChildJvm.MARK + " " + sums.intervals + " " + nanos + " " + sums.total());
  }

  /** Adds up every duration of every operation, as statistics would. */
  private static final class Sums implements HistoryVisitor {
    private final long[] counts = new long[8_192];
    private long intervals;

    @Override
    public void interval(long endNanos, long lengthNanos) {
      intervals++;
    }

    @Override
    public void operation(
        String name, long errors, long warnings, long criticals, double self, Counts durations) {
      for (int i = 0; i < durations.size(); i++) {
        counts[durations.bucket(i) & counts.length - 1] += durations.count(i);
      }
    }

    long total() {
      return Arrays.stream(counts).sum();
    }
  }
}
