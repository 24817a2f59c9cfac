// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.recorder.OwnThread;
import org.lusush.lle.recorder.monitor.Ticker;

/** What the process uses, on this machine and on others. */
final class ResourceMonitorTest {

  private static final long KILO = 1024;

  private final FakeTicker time = new FakeTicker();

  @TempDir private Path root;

  @Test
  void sample_ofAPlainLinux_hasItsFigures() {
    var linux = FakeLinux.plain(root);
    try (var monitor = new ResourceMonitor(time, root)) {
      linux
          .with("proc/self/stat", FakeLinux.STAT.formatted(130, 70))
          .with("proc/stat", "cpu  160 10 60 820 50 0 0 0 7 7\ncpu0 1 2 3 4\n");
      time.pass(Duration.ofSeconds(1));

      var usage = monitor.sample();

      int processors = Runtime.getRuntime().availableProcessors();
      assertThat(usage.processors()).isEqualTo(processors);
      assertThat(usage.processCpu()).isEqualTo(0.5 / processors);
      assertThat(usage.machineCpu()).isEqualTo(0.8);
      assertThat(usage.resident()).isEqualTo(32_768 * KILO);
      assertThat(usage.peakResident()).isEqualTo(65_536 * KILO);
      assertThat(usage.memoryTotal()).isEqualTo(8_000_000 * KILO);
      assertThat(usage.memoryAvailable()).isEqualTo(2_000_000 * KILO);
      assertThat(usage.memoryUsedShare()).isEqualTo(0.75);
      assertThat(usage.memoryLimit()).isEqualTo(-1);
      assertThat(usage.throttledNanos()).isEqualTo(-1);
      assertThat(usage.diskRead()).isEqualTo(4096);
      assertThat(usage.diskWritten()).isEqualTo(8192);
      assertThat(usage.networkReceived()).as("loopback aside").isEqualTo(1030);
      assertThat(usage.networkSent()).isEqualTo(204);
      assertThat(usage.cpuStall().isKnown()).isFalse();
      assertThat(usage.source()).isEqualTo("procfs, jvm, jdk");
    }
  }

  @Test
  void sample_rightAfterAnother_keepsTheSharesOfALongerTime() {
    var linux = FakeLinux.plain(root);
    try (var monitor = new ResourceMonitor(time, root)) {
      assertThat(monitor.sample().processCpu()).as("not known yet").isEqualTo(-1);
      linux.with("proc/self/stat", FakeLinux.STAT.formatted(150, 50));
      time.pass(Duration.ofSeconds(1));
      double share = monitor.sample().processCpu();

      time.pass(Duration.ofMillis(1));

      assertThat(share).isPositive();
      assertThat(monitor.sample().processCpu()).isEqualTo(share);
    }
  }

  @Test
  void sample_inGroupsOfVersion2_goesByTheTightestLimitOnTheWayUp() {
    var linux =
        FakeLinux.plain(root)
            .withGroups2("/user.slice/shell.scope")
            .with("sys/fs/cgroup/user.slice/shell.scope/cpu.max", "max 100000\n")
            .with("sys/fs/cgroup/user.slice/shell.scope/memory.max", "max\n")
            .with("sys/fs/cgroup/user.slice/shell.scope/cpu.stat", "throttled_usec 77\n")
            .with("sys/fs/cgroup/user.slice/cpu.max", "50000 100000\n")
            .with("sys/fs/cgroup/user.slice/cpu.stat", "usage_usec 9\nthrottled_usec 1000\n")
            .with("sys/fs/cgroup/user.slice/memory.max", "1000000\n")
            .with("sys/fs/cgroup/user.slice/memory.current", "900000\n")
            .with("sys/fs/cgroup/user.slice/memory.stat", "anon 1\ninactive_file 300000\n")
            .with("sys/fs/cgroup/cpu.max", "200000 100000\n");
    try (var monitor = new ResourceMonitor(time, root)) {
      linux
          .with("sys/fs/cgroup/user.slice/cpu.stat", "usage_usec 9\nthrottled_usec 251000\n")
          .with("proc/self/stat", FakeLinux.STAT.formatted(125, 50));
      time.pass(Duration.ofSeconds(1));

      var usage = monitor.sample();

      assertThat(usage.processors()).isEqualTo(0.5);
      assertThat(usage.processCpu()).isEqualTo(0.5);
      assertThat(usage.throttledNanos()).isEqualTo(251_000_000);
      assertThat(usage.throttledShare()).isEqualTo(0.25);
      assertThat(usage.memoryLimit()).isEqualTo(1_000_000);
      assertThat(usage.memoryAvailable()).isEqualTo(400_000);
      assertThat(usage.memoryUsedShare()).isCloseTo(0.6, within(1e-9));
      assertThat(usage.source()).startsWith("procfs, cgroup v2");
    }
  }

  @Test
  void sample_inGroupsOfVersion1_readsItsFiles() {
    FakeLinux.plain(root)
        .with("proc/self/cgroup", "4:memory:/docker/abc\n2:cpu,cpuacct:/docker/abc\n0::/\n")
        .with(
            "proc/self/mountinfo",
            """
            32 31 0:29 /docker/abc /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu,cpuacct
            35 31 0:32 /docker/abc /sys/fs/cgroup/memory rw master:9 - cgroup cgroup rw,memory
            """)
        .with("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "25000\n")
        .with("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n")
        .with("sys/fs/cgroup/cpu/cpu.stat", "nr_periods 1\nthrottled_time 123456\n")
        .with("sys/fs/cgroup/memory/memory.limit_in_bytes", "2000000\n")
        .with("sys/fs/cgroup/memory/memory.usage_in_bytes", "500000\n")
        .with("sys/fs/cgroup/memory/memory.stat", "inactive_file 7\ntotal_inactive_file 100000\n");
    try (var monitor = new ResourceMonitor(time, root)) {
      var usage = monitor.sample();

      assertThat(usage.processors()).isEqualTo(0.25);
      assertThat(usage.throttledNanos()).isEqualTo(123_456);
      assertThat(usage.memoryLimit()).isEqualTo(2_000_000);
      assertThat(usage.memoryAvailable()).isEqualTo(1_600_000);
      assertThat(usage.source()).startsWith("procfs, cgroup v1");
    }
  }

  @Test
  void sample_inGroupsOfVersion1WithoutLimits_hasNone() {
    FakeLinux.plain(root)
        .with("proc/self/cgroup", "4:memory:/\n2:cpu:/\n")
        .with(
            "proc/self/mountinfo",
            """
            32 31 0:29 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu
            35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory
            """)
        .with("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n")
        .with("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n")
        .with("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    try (var monitor = new ResourceMonitor(time, root)) {
      var usage = monitor.sample();

      assertThat(usage.processors()).isEqualTo(Runtime.getRuntime().availableProcessors());
      assertThat(usage.memoryLimit()).isEqualTo(-1);
      assertThat(usage.memoryAvailable()).isEqualTo(2_000_000 * KILO);
    }
  }

  @Test
  void sample_aLimitSetMeanwhile_isFoundWithinThirtySamples() {
    var linux =
        FakeLinux.plain(root)
            .withGroups2("/shell")
            .with("sys/fs/cgroup/shell/memory.max", "max\n")
            .with("sys/fs/cgroup/shell/memory.current", "1000\n");
    try (var monitor = new ResourceMonitor(time, root)) {
      assertThat(monitor.sample().memoryLimit()).isEqualTo(-1);
      linux.with("sys/fs/cgroup/shell/memory.max", "5000\n");

      for (int i = 0; i < 30; i++) {
        monitor.sample();
      }

      assertThat(monitor.latest().memoryLimit()).isEqualTo(5000);
      assertThat(monitor.latest().memoryAvailable()).isEqualTo(4000);
    }
  }

  @Test
  void sample_withPressureFiles_prefersThoseOfTheGroup() {
    FakeLinux.plain(root)
        .withGroups2("/shell")
        .with("sys/fs/cgroup/shell/cpu.pressure", "some avg10=12.50 avg60=1.00 avg300=0 total=7\n")
        .with("proc/pressure/cpu", "some avg10=99.00 avg60=1.00 avg300=0.00 total=7\n")
        .with(
            "proc/pressure/memory",
            """
            some avg10=5.47 avg60=1.13 avg300=0.43 total=41
            full avg10=5.09 avg60=1.03 avg300=0.39 total=17
            """);
    try (var monitor = new ResourceMonitor(time, root)) {
      var usage = monitor.sample();

      assertThat(usage.cpuStall()).isEqualTo(new Stall(0.125, -1, "cgroup"));
      assertThat(usage.memoryStall()).isEqualTo(new Stall(0.0547, 0.0509, "psi"));
      assertThat(usage.ioStall()).isEqualTo(Stall.UNKNOWN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "garbage",
        "\0\0\0\0",
        "cpu",
        "cpu  12",
        "VmRSS:",
        "VmRSS: 12",
        "VmRSS: x kB\n",
        "42 (java",
        "42 (java) S 1 2",
        "some avg10=",
        "some avg10=1",
        "some avg10=1.",
        ")",
        "0::",
        "99999999999999999999999999 99999999999999999999999999\n",
        "eth0:\n",
        "a\nb\neth0: 1\n",
        "-1 -1\n",
        "1 (2) 3 4 5 6 7 8 9 10 11 12 13 14 15",
        "max"
      })
  void sample_ofGarbage_isUnknownAndNeverFails(String garbage) {
    var linux = FakeLinux.plain(root).withGroups2("/");
    for (var file :
        List.of(
            "proc/self/stat",
            "proc/self/status",
            "proc/self/io",
            "proc/self/net/dev",
            "proc/stat",
            "proc/meminfo",
            "proc/pressure/cpu",
            "proc/pressure/io",
            "sys/fs/cgroup/cpu.max",
            "sys/fs/cgroup/memory.max",
            "sys/fs/cgroup/cpu.stat")) {
      linux.with(file, garbage);
    }
    try (var monitor = new ResourceMonitor(time, root)) {
      time.pass(Duration.ofSeconds(1));

      var usage = monitor.sample();

      assertThat(usage.resident()).isEqualTo(-1);
      assertThat(usage.diskRead()).isEqualTo(-1);
      assertThat(usage.cpuStall().isKnown()).isFalse();
      assertThat(usage.memoryLimit()).isEqualTo(-1);
      assertThat(usage.throttledNanos()).isEqualTo(-1);
      assertThat(usage.processors()).isEqualTo(Runtime.getRuntime().availableProcessors());
    }
  }

  @Test
  void sample_numbersCutOff_areUnknownRatherThanSmaller() {
    FakeLinux.plain(root)
        .with("proc/self/io", "read_bytes: 40")
        .with("proc/meminfo", "MemTotal:        8000000 kB\nMemAvailable:    20");
    try (var monitor = new ResourceMonitor(time, root)) {
      assertThat(monitor.sample().diskRead()).isEqualTo(-1);
      assertThat(monitor.sample().diskWritten()).isEqualTo(-1);
      assertThat(monitor.sample().memoryAvailable())
          .as("the JDK's figure in its place")
          .isNotEqualTo(20 * KILO);
    }
  }

  @Test
  void sample_groupsFolderGone_isWithoutLimitsAgain() throws Exception {
    var limit = root.resolve("sys/fs/cgroup/shell/memory.max");
    FakeLinux.plain(root)
        .withGroups2("/shell")
        .with("sys/fs/cgroup/shell/memory.max", "5000\n")
        .with("sys/fs/cgroup/shell/memory.current", "1000\n");
    try (var monitor = new ResourceMonitor(time, root)) {
      assertThat(monitor.sample().memoryLimit()).isEqualTo(5000);
      Files.delete(limit);

      for (int i = 0; i < 30; i++) {
        monitor.sample();
      }

      assertThat(monitor.latest().memoryLimit()).isEqualTo(-1);
    }
  }

  @Test
  void sample_withoutFilesOfLinux_hasWhatTheJdkTells() {
    try (var monitor = new ResourceMonitor(time, root.resolve("nothing"))) {
      burn(Duration.ofMillis(60));
      time.pass(Duration.ofMillis(100));

      var usage = monitor.sample();

      assertThat(usage.source()).isEqualTo("jvm, jdk");
      assertThat(usage.processCpu()).isPositive();
      assertThat(usage.threads()).isPositive();
      assertThat(usage.heapUsed()).isPositive();
      assertThat(usage.memoryTotal()).isPositive();
      assertThat(usage.resident()).isEqualTo(-1);
      assertThat(usage.diskRead()).isEqualTo(-1);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void sample_ofThisMachine_agreesWithOtherSources() throws Exception {
    var bean = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    try (var monitor = new ResourceMonitor(Ticker.system())) {
      long cpuBefore = bean.getProcessCpuTime();
      long before = System.nanoTime();
      burn(Duration.ofMillis(400));
      var usage = monitor.sample();
      double elapsed = System.nanoTime() - before;
      double share = (bean.getProcessCpuTime() - cpuBefore) / (elapsed * usage.processors());

      assertThat(usage.processCpu()).isCloseTo(share, within(0.1));
      assertThat(usage.processCpu() * elapsed * usage.processors())
          .isGreaterThan(0.9 * Duration.ofMillis(400).toNanos());
      assertThat(usage.machineCpu()).isBetween(0.0, 1.0).isPositive();
      assertThat((double) usage.resident())
          .isCloseTo(residentPages() * pageSize(), within(0.2 * usage.resident()));
      assertThat(usage.peakResident()).isGreaterThanOrEqualTo(usage.resident());
      assertThat(usage.threads())
          .isCloseTo(ManagementFactory.getThreadMXBean().getThreadCount(), within(5L));
      assertThat(usage.memoryAvailable()).isPositive().isLessThan(usage.memoryTotal());
      assertThat((double) usage.memoryTotal())
          .isCloseTo((double) bean.getTotalMemorySize(), within(0.5 * usage.memoryTotal()));
      assertThat(usage.networkReceived()).isNotNegative();
      assertThat(usage.source()).startsWith("procfs");
    }
  }

  /** Uses processor time, however long that takes on a busy machine. */
  private static void burn(Duration time) {
    var threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + time.toNanos();
    while (threads.getCurrentThreadCpuTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static double residentPages() throws Exception {
    return Double.parseDouble(Files.readString(Path.of("/proc/self/statm")).split(" ", -1)[1]);
  }

  private static double pageSize() throws Exception {
    var process = new ProcessBuilder("getconf", "PAGESIZE").start();
    return Double.parseDouble(
        new String(process.getInputStream().readAllBytes(), US_ASCII).strip());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void sample_againAndAgain_allocatesLittle() {
    try (var monitor = new ResourceMonitor(Ticker.system())) {
      for (int i = 0; i < 100; i++) {
        monitor.sample();
      }

      long before = OwnThread.allocatedBytes();
      for (int i = 0; i < 100; i++) {
        monitor.sample();
      }
      long each = (OwnThread.allocatedBytes() - before) / 100;

      assertThat(each).isPositive().isLessThan(8 * KILO);
    }
  }
}
