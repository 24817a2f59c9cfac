// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the history of one shell takes whose user types two keys a second for eight hours a day,
 * with one record a second.
 *
 * @param yearBytes 365 times the files of a day
 * @param monthNanos to read 30 such days in a fresh JVM, its start aside
 */
public record HistoryCost(double yearBytes, double monthNanos) {

  private static final int DAYS_OF_YEAR = 365;
  private static final int DAYS_OF_MONTH = 30;

  /** What the JVM of whoever writes a history is to open. */
  public static final List<String> OPTIONS =
      List.of(
          "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED");

  /** Measures, in a folder of its own that is gone afterwards. */
  public static HistoryCost measure() throws IOException {
    Path directory = Files.createTempDirectory("lle-history");
    try {
      Path day = directory.resolve("day");
      var written = probe(HistoryProbe.WRITE, day);
      Path month = Files.createDirectory(directory.resolve("month"));
      copy(day, month);
      var read = probe(HistoryProbe.READ, month);
      if (read.get(0) != DAYS_OF_MONTH * written.get(0)) {
        throw new IOException("of " + DAYS_OF_MONTH * written.get(0) + " records " + read.get(0));
      }
      return new HistoryCost((double) written.get(1) * DAYS_OF_YEAR, read.get(1));
    } finally {
      delete(directory);
    }
  }

  private static List<Long> probe(String what, Path directory) throws IOException {
    var classPath = System.getProperty("java.class.path");
    return ChildJvm.run(classPath, OPTIONS, HistoryProbe.class, what, directory.toString())
        .figures();
  }

  /** Makes a month of a day. */
  private static void copy(Path day, Path month) throws IOException {
    Path source;
    try (Stream<Path> sources = Files.list(day)) {
      source = sources.findFirst().orElseThrow();
    }
    for (int i = 1; i <= DAYS_OF_MONTH; i++) {
      Path copy = Files.createDirectory(month.resolve("202609%02dT081500.000Z-1".formatted(i)));
      try (Stream<Path> files = Files.list(source)) {
        for (Path file : files.toList()) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
