// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.lusush.lle.benchmarks.process.Median;

/** Runs a program in a process of its own, watched until it ends; on Linux only. */
public final class ProcessRun {

  /** Of processors: no limit. */
  static final int ALL = 0;

  private static final long LOOK_MILLIS = 10;
  private static final long TIMEOUT_SECONDS = 600;
  private static final String PEAK = "VmHWM:";

  private ProcessRun() {}

  /**
   * What it took.
   *
   * @param wallNanos from before it was started
   * @param cpuNanos of all its threads, as last seen
   * @param peakBytes of its resident memory, as last seen
   */
  public record Cost(long wallNanos, long cpuNanos, long peakBytes) {
    /** Returns the medians of times, and the most memory. */
    static Cost usual(List<Cost> costs) {
      return new Cost(
          median(costs, Cost::wallNanos),
          median(costs, Cost::cpuNanos),
          costs.stream().mapToLong(Cost::peakBytes).max().orElse(0));
    }

    private static long median(List<Cost> costs, ToLongFunction<Cost> figure) {
      List<Double> figures = costs.stream().map(cost -> (double) figure.applyAsLong(cost)).toList();
      return Math.round(Median.of(figures));
    }
  }

  static Cost of(int processors, List<String> options, String main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (processors != ALL) {
      command.addAll(List.of("taskset", "-c", processors == 1 ? "0" : "0-" + (processors - 1)));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return watched(process, start, command);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a reader ran", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Cost watched(Process process, long start, List<String> command)
      throws IOException, InterruptedException {
    long cpu = 0;
    long peak = 0;
    do {
      cpu = Math.max(cpu, process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L));
      peak = Math.max(peak, peakBytes(process.pid()));
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS)) {
        throw new IOException("a reader took too long: " + String.join(" ", command));
      }
    } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    long wall = System.nanoTime() - start;
    if (process.exitValue() != 0) {
      throw new IOException("a reader failed: " + String.join(" ", command));
    }
    return new Cost(wall, cpu, peak);
  }

  private static long peakBytes(long pid) {
    try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith(PEAK))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
          .findFirst()
          .orElse(0);
    } catch (IOException | RuntimeException e) {
      return 0; // it has ended
    }
  }
}
