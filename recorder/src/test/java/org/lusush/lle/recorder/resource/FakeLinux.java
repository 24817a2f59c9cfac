// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the kernel as other machines have them, below a root of their own. */
final class FakeLinux {

  /** Blanks and parentheses are of the name. */
  static final String STAT =
      "42 (java (x) y) S 1 42 42 0 -1 4194560 1 2 3 4 %d %d 0 0 20 0 17 0 100 3133440 388 9 1 2 3\n";

  private static final String STATUS =
      """
      Name:	java
      VmPeak:	 9999999 kB
      VmHWM:	   65536 kB
      VmRSS:	   32768 kB
      Threads:	17
      """;

  private static final String MEMORY =
      """
      MemTotal:        8000000 kB
      MemFree:          100000 kB
      MemAvailable:    2000000 kB
      """;

  private static final String NETWORK =
      """
      Inter-|   Receive                                                |  Transmit
       face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
          lo: 5453033   37606    0    0    0     0          0         0  5453033   37606    0    0    0     0       0          0
        eth0:1000 7 0 0 0 0 0 0 200 9010 0 0 0 0 0 0
       wlan0: 30 10487 0 0 0 0 0 0 4 9010 0 0 0 0 0 0
      """;

  private final Path root;

  FakeLinux(Path root) {
    this.root = root;
  }

  /** Writes what a machine without groups and without pressure files has. */
  static FakeLinux plain(Path root) {
    return new FakeLinux(root)
        .with("proc/self/stat", STAT.formatted(100, 50))
        .with("proc/self/status", STATUS)
        .with("proc/self/io", "rchar: 1\nwchar: 2\nread_bytes: 4096\nwrite_bytes: 8192\n")
        .with("proc/self/net/dev", NETWORK)
        .with("proc/stat", "cpu  100 0 50 800 50 0 0 0 7 7\ncpu0 1 2 3 4\n")
        .with("proc/meminfo", MEMORY);
  }

  /** Adds a group of version 2, of which the process sees the mount from the very top on. */
  FakeLinux withGroups2(String group) {
    return with("proc/self/cgroup", "0::" + group + "\n")
        .with(
            "proc/self/mountinfo",
            """
            22 27 0:21 / /proc rw - proc proc rw
            31 23 0:28 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate
            """);
  }

  FakeLinux with(String file, String text) {
    var path = root.resolve(file);
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}
