// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What readers of a recording cost, whole process by whole process: ours, which does everything
 * that the report has, and others, which do the same small job.
 *
 * @param peers with one processor, on the same recording; ours is the first
 * @param twoProcessors ours with two, on that recording
 * @param sizes ours with one processor and a heap of 128 MB, from small recordings to large ones
 */
public record ReadingCost(List<Line> peers, Line twoProcessors, List<Line> sizes) {

  private static final long MEGABYTE = 1_000_000;
  private static final long PEERS_MEGABYTES = 250;
  private static final List<Long> SIZES_MEGABYTES = List.of(10L, 100L, 250L, 1_000L, 2_000L);
  private static final int ROUNDS = 7;

  private static final String SMALL_HEAP = "-Xmx128m";

  /** One reader on one recording, as it usually is: its median time, and its highest memory. */
  public record Line(String label, long bytes, ProcessRun.Cost cost) {}

  public ReadingCost {
    peers = List.copyOf(peers);
    sizes = List.copyOf(sizes);
  }

  /**
   * Measures, which takes minutes and 2 GB of disk.
   *
   * @param quick whether to leave out recordings of more than 250 MB
   */
  public static ReadingCost measure(boolean quick) throws IOException {
    Path folder = Files.createTempDirectory("lle-reading");
    try {
      Path settings = folder.resolve("lle.jfc");
      try (InputStream in =
          ReadingCost.class.getResourceAsStream("/org/lusush/lle/events/lle.jfc")) {
        if (in == null) {
          throw new IOException("the settings are not in this build");
        }
        Files.write(settings, in.readAllBytes());
      }
      return measure(folder, settings, quick);
    } finally {
      delete(folder);
    }
  }

  private static ReadingCost measure(Path folder, Path settings, boolean quick) throws IOException {
    Path recording = record(folder, settings, PEERS_MEGABYTES);
    List<Run> runs = new ArrayList<>();
    for (Reader reader : Reader.values()) {
      runs.add(new Run(reader, recording, 1, List.of()));
    }
    var twoProcessors = new Run(Reader.ANALYZER, recording, 2, List.of());
    runs.add(twoProcessors);
    for (int round = 0; round < ROUNDS; round++) { // in turn, so that they have the same machine
      for (Run run : runs) {
        if (round == 0 || !run.reader.takesLong()) {
          run.once();
        }
      }
    }
    Line two = twoProcessors.toLine();
    runs.remove(twoProcessors);
    List<Line> peers = new ArrayList<>();
    for (Run run : runs) {
      peers.add(run.toLine());
    }
    List<Line> sizes = new ArrayList<>();
    for (long megabytes : SIZES_MEGABYTES) {
      if (!quick || megabytes <= PEERS_MEGABYTES) {
        Path sized = record(folder, settings, megabytes);
        sizes.add(measured(new Run(Reader.ANALYZER, sized, 1, List.of(SMALL_HEAP))));
        Files.delete(sized);
      }
    }
    return new ReadingCost(peers, two, sizes);
  }

  private static Path record(Path folder, Path settings, long megabytes) throws IOException {
    Path file = folder.resolve(megabytes + ".jfr");
    if (!Files.exists(file)) {
      ProcessRun.of(
          ProcessRun.ALL,
          List.of(),
          RecordingProbe.class.getName(),
          List.of(file.toString(), settings.toString(), Long.toString(megabytes * MEGABYTE)));
    }
    return file;
  }

  private static Line measured(Run run) throws IOException {
    int rounds = Files.size(run.file) > 2 * PEERS_MEGABYTES * MEGABYTE ? 1 : ROUNDS;
    for (int i = 0; i < rounds; i++) {
      run.once();
    }
    return run.toLine();
  }

  /** One reader, run again and again on one recording. */
  private static final class Run {
    private final Reader reader;
    private final Path file;
    private final int processors;
    private final List<String> options;
    private final List<String> arguments;
    private final List<ProcessRun.Cost> costs = new ArrayList<>();

    /**
     * @param more options of the JVM, after those of the reader
     */
    Run(Reader reader, Path file, int processors, List<String> more) throws IOException {
      this.reader = reader;
      this.file = file;
      this.processors = processors;
      options = new ArrayList<>(reader.options());
      options.addAll(more);
      arguments = new ArrayList<>(reader.arguments());
      arguments.add(file.toString());
      if (reader.archived()) {
        options.addAll(ClassArchive.options(file, options, reader.main(), arguments));
      }
    }

    void once() throws IOException {
      costs.add(ProcessRun.of(processors, options, reader.main(), arguments));
    }

    /** Returns it as it usually is. */
    Line toLine() throws IOException {
      return new Line(reader.label(), Files.size(file), ProcessRun.Cost.usual(costs));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
