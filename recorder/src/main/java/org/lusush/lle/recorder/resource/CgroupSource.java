// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The limits of the control groups that the process is in, version 1 or 2, and how it fares with
 * them. The tightest limit on the way up holds; limits are read again at every thirtieth reading.
 */
final class CgroupSource implements Source {

  private static final int READINGS_A_SEARCH = 30;

  /** Version 1 has no word for unlimited, only numbers as large as this. */
  private static final long NO_LIMIT = 1L << 60;

  private static final long NANOS_PER_MICRO = 1_000;

  private final Text text = new Text();
  private final CgroupPaths cpu;
  private final CgroupPaths memory;
  private int untilSearch;
  private double quota = Text.UNKNOWN;
  private long limit = Text.UNKNOWN;
  private @Nullable Path limitFolder;
  private @Nullable TextFile cpuStat;
  private @Nullable TextFile usage;
  private @Nullable TextFile memoryStat;

  CgroupSource(Path root) {
    cpu = CgroupPaths.find(root, "cpu");
    memory = CgroupPaths.find(root, "memory");
  }

  @Override
  public String name() {
    int version = Math.max(cpu.version(), memory.version());
    return version == 0 ? "" : "cgroup v" + version;
  }

  @Override
  public void read(Reading reading) {
    if (untilSearch-- <= 0) {
      untilSearch = READINGS_A_SEARCH - 1;
      searchQuota();
      searchLimit();
    }
    reading.quota = quota;
    reading.memoryLimit = limit;
    readThrottled(reading);
    readUsage(reading);
  }

  private void searchQuota() {
    double tightest = Double.POSITIVE_INFINITY;
    Path folder = cpu.folders().isEmpty() ? null : cpu.folders().get(0);
    for (var one : cpu.folders()) {
      double found = quota(one);
      if (found > 0 && found < tightest) {
        tightest = found;
        folder = one;
      }
    }
    quota = Double.isInfinite(tightest) ? Text.UNKNOWN : tightest;
    close(cpuStat);
    cpuStat = folder == null ? null : new TextFile(folder.resolve("cpu.stat"));
  }

  /** Returns the processors that a group may use, or -1 for no limit. */
  private double quota(Path folder) {
    long micros;
    long period;
    if (cpu.version() == 2) {
      if (!once(folder.resolve("cpu.max"))) {
        return Text.UNKNOWN;
      }
      micros = text.number();
      period = text.onlyNumber();
    } else {
      micros = once(folder.resolve("cpu.cfs_quota_us")) ? text.onlyNumber() : Text.UNKNOWN;
      period = once(folder.resolve("cpu.cfs_period_us")) ? text.onlyNumber() : Text.UNKNOWN;
    }
    return micros > 0 && period > 0 ? (double) micros / period : Text.UNKNOWN;
  }

  private void searchLimit() {
    long tightest = NO_LIMIT;
    Path folder = null;
    var name = memory.version() == 2 ? "memory.max" : "memory.limit_in_bytes";
    for (var one : memory.folders()) {
      long found = once(one.resolve(name)) ? text.onlyNumber() : Text.UNKNOWN;
      if (found >= 0 && found < tightest) {
        tightest = found;
        folder = one;
      }
    }
    limit = folder == null ? Text.UNKNOWN : tightest;
    if (folder == null || !folder.equals(limitFolder)) {
      close(usage);
      close(memoryStat);
      usage = null;
      memoryStat = null;
    }
    if (folder != null && usage == null) {
      usage =
          new TextFile(
              folder.resolve(memory.version() == 2 ? "memory.current" : "memory.usage_in_bytes"));
      memoryStat = new TextFile(folder.resolve("memory.stat"));
    }
    limitFolder = folder;
  }

  private boolean once(Path file) {
    try (var open = new TextFile(file)) {
      return open.read(text);
    }
  }

  private void readThrottled(Reading reading) {
    var file = cpuStat;
    if (file == null || !file.read(text)) {
      return;
    }
    if (cpu.version() == 2) {
      long micros = text.numberOf("throttled_usec ");
      reading.throttledNanos = micros < 0 ? Text.UNKNOWN : micros * NANOS_PER_MICRO;
    } else {
      reading.throttledNanos = text.numberOf("throttled_time ");
    }
  }

  /** What the kernel keeps of files that nobody uses it takes back before it runs short. */
  private void readUsage(Reading reading) {
    var file = usage;
    var stat = memoryStat;
    if (file == null || !file.read(text)) {
      return;
    }
    long used = text.onlyNumber();
    if (used < 0) {
      return;
    }
    long unusedFiles = 0;
    if (stat != null && stat.read(text)) {
      unusedFiles =
          text.numberOf(memory.version() == 2 ? "inactive_file " : "total_inactive_file ");
    }
    reading.memoryInGroup = Math.max(0, used - Math.max(0, unusedFiles));
  }

  private static void close(@Nullable TextFile file) {
    if (file != null) {
      file.close();
    }
  }

  @Override
  public void close() {
    close(cpuStat);
    close(usage);
    close(memoryStat);
  }
}
