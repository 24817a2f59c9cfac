// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.lusush.lle.history.HandOver;
import org.lusush.lle.history.HistoryException;
import org.lusush.lle.history.HistoryStore;
import org.lusush.lle.history.chronicle.ChronicleStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** A record of a history of a usual size: what its maker pays, and what its writer does. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HistoryBenchmark {

  /** What a second of typing takes, before it is packed. */
  private static final int LENGTH = 200;

  private static final long MILLIS = 1_790_000_000_000L;

  /** A record, and the way to the writer. */
  @State(Scope.Thread)
  public static class Offered {
    final byte[] bytes = new byte[LENGTH];
    final HandOver handOver = new HandOver(256);
    final CRC32C crc = new CRC32C();

    @Setup
    public void fill() {
      new Random(1).nextBytes(bytes);
    }
  }

  /** A queue on disk, as large as an iteration makes it. */
  @State(Scope.Thread)
  public static class Queue {
    private Path folder;
    private HistoryStore store;

    @Setup(Level.Iteration)
    public void open() throws IOException, HistoryException {
      folder = Files.createTempDirectory("lle-history");
      store = ChronicleStore.open(folder);
    }

    @TearDown(Level.Iteration)
    public void close() throws IOException {
      store.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Benchmark
  public int offered(Work work, Offered record, Blackhole hole) {
    record.handOver.offer(record.bytes, LENGTH);
    hole.consume(record.handOver.hasNext());
    hole.consume(record.handOver.next());
    record.handOver.taken();
    return work.step();
  }

  @Benchmark
  public int appended(Work work, Offered record, Queue queue) throws HistoryException {
    record.crc.reset();
    record.crc.update(record.bytes, Long.BYTES, LENGTH - Long.BYTES);
    record.bytes[0] = (byte) record.crc.getValue();
    queue.store.append(MILLIS, record.bytes, LENGTH);
    return work.step();
  }
}
