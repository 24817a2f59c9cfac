// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What a JVM and the kernel say of its memory, in their words. */
final class JvmMemory {

  /** The last line of jcmd's class histogram, which follows a full collection. */
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)\\s*$");

  /** What jcmd says of each Java thread. */
  private static final Pattern ALLOCATED = Pattern.compile(" allocated=(\\d+)([BKMG])");

  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

  private static final Map<String, Integer> SHIFTS = Map.of("B", 0, "K", 10, "M", 20, "G", 30);

  private JvmMemory() {}

  /** Returns the bytes of live objects that a class histogram counts. */
  static OptionalLong live(String histogram) {
    var matcher = TOTAL.matcher(histogram);
    return matcher.find()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  /** Returns what all threads of a thread dump have allocated since they began. */
  static OptionalLong allocated(String dump) {
    var matcher = ALLOCATED.matcher(dump);
    long sum = 0;
    boolean found = false;
    while (matcher.find()) {
      found = true;
      sum += Long.parseLong(matcher.group(1)) << SHIFTS.getOrDefault(matcher.group(2), 0);
    }
    return found ? OptionalLong.of(sum) : OptionalLong.empty();
  }

  /** Returns the most memory that a process had in RAM so far, where the kernel is Linux. */
  static OptionalLong residentPeak(long pid) {
    try {
      var status =
          Files.readString(Path.of("/proc/" + pid + "/status"), StandardCharsets.ISO_8859_1);
      var matcher = RESIDENT.matcher(status);
      return matcher.find()
          ? OptionalLong.of(Long.parseLong(matcher.group(1)) << 10)
          : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
