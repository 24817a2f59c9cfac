// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.recorder.monitor.Ticker;

/**
 * Reads what the process and its machine use: on Linux from {@code /proc}, the control groups and
 * the pressure files, elsewhere from the JDK's beans, as far as the Java has them.
 *
 * <p>Thread-safe. A sample reads some ten small files, which takes about 0.1 ms of processor time
 * in a row, and up to 0.4 ms once a second, when the caches are cold; the beans take some 20 ms to
 * load when the monitor is made. So it is for a background thread. It keeps the files open until it
 * is closed.
 */
public final class ResourceMonitor implements AutoCloseable {

  /** Processor times come in steps of 10 ms, so shares of a shorter time would be noise. */
  private static final long SHORTEST_NANOS = 50_000_000;

  private final Ticker ticker;
  private final List<Source> sources = new ArrayList<>();
  private final String source;
  private final Reading reading = new Reading();

  private long lastNanos;
  private long lastProcessCpuNanos;
  private long lastBusyTicks;
  private long lastTicks;
  private long lastThrottledNanos;
  private double processCpu = Text.UNKNOWN;
  private double machineCpu = Text.UNKNOWN;
  private double throttledShare = Text.UNKNOWN;
  private @Nullable ResourceUsage latest;

  /** Makes a monitor of this process. Its first figures of processors are of the time from now. */
  public ResourceMonitor(Ticker ticker) {
    this(ticker, Path.of("/"));
  }

  /**
   * Makes a monitor that reads the files of Linux below another root, for tests.
   *
   * @param root stands for {@code /}
   */
  ResourceMonitor(Ticker ticker, Path root) {
    this.ticker = requireNonNull(ticker, "ticker");
    sources.add(new ProcfsSource(root));
    sources.add(new CgroupSource(root));
    sources.add(new StallSource(root));
    add(JvmSource.create());
    add(PlatformSource.create());
    source =
        sources.stream()
            .map(Source::name)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(", "));
    readAll();
    remember();
  }

  private void add(@Nullable Source found) {
    if (found != null) {
      sources.add(found);
    }
  }

  /** Reads everything. Not on the editor's thread. */
  public synchronized ResourceUsage sample() {
    readAll();
    if (reading.nanos - lastNanos >= SHORTEST_NANOS) {
      takeShares();
      remember();
    }
    var usage = usage();
    latest = usage;
    return usage;
  }

  /** Returns the latest sample, or takes the first one. */
  public synchronized ResourceUsage latest() {
    var known = latest;
    return known != null ? known : sample();
  }

  private void readAll() {
    reading.clear();
    reading.nanos = ticker.nanos();
    for (var one : sources) {
      one.read(reading);
    }
  }

  private void remember() {
    lastNanos = reading.nanos;
    lastProcessCpuNanos = reading.processCpuNanos;
    lastBusyTicks = reading.machineBusyTicks;
    lastTicks = reading.machineTicks;
    lastThrottledNanos = reading.throttledNanos;
  }

  private void takeShares() {
    double elapsed = reading.nanos - lastNanos;
    processCpu =
        share(reading.processCpuNanos, lastProcessCpuNanos, elapsed * processors(reading.quota));
    machineCpu =
        reading.machineTicks >= 0
            ? share(
                reading.machineBusyTicks,
                lastBusyTicks,
                (double) (reading.machineTicks - lastTicks))
            : reading.machineLoad >= 0 ? Math.min(1, reading.machineLoad) : Text.UNKNOWN;
    throttledShare = share(reading.throttledNanos, lastThrottledNanos, elapsed);
  }

  /** Returns an increase as a share, from 0 to 1, or -1 where either end of it is unknown. */
  private static double share(long now, long before, double of) {
    return now < 0 || before < 0 || of <= 0
        ? Text.UNKNOWN
        : Math.min(1, Math.max(0, (now - before) / of));
  }

  /** A quota of a group may be for more processors than there are. */
  private static double processors(double quota) {
    int available = Runtime.getRuntime().availableProcessors();
    return quota > 0 ? Math.min(quota, available) : available;
  }

  private ResourceUsage usage() {
    var runtime = Runtime.getRuntime();
    return new ResourceUsage(
        reading.nanos,
        processCpu,
        machineCpu,
        processors(reading.quota),
        reading.throttledNanos,
        throttledShare,
        reading.threads,
        runtime.totalMemory() - runtime.freeMemory(),
        reading.heapLive,
        runtime.maxMemory(),
        reading.resident,
        reading.peakResident,
        reading.memoryLimit,
        reading.memoryTotal,
        available(),
        reading.diskRead,
        reading.diskWritten,
        reading.networkReceived,
        reading.networkSent,
        reading.cpuStall,
        reading.memoryStall,
        reading.ioStall,
        source);
  }

  private long available() {
    long inGroup =
        reading.memoryLimit >= 0 && reading.memoryInGroup >= 0
            ? Math.max(0, reading.memoryLimit - reading.memoryInGroup)
            : Text.UNKNOWN;
    if (inGroup < 0 || reading.memoryFree < 0) {
      return Math.max(inGroup, reading.memoryFree);
    }
    return Math.min(inGroup, reading.memoryFree);
  }

  /** Closes the files. Later samples open them again. */
  @Override
  public synchronized void close() {
    sources.forEach(Source::close);
  }
}
