// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where figures were measured: none means anything on another machine.
 *
 * @param processor its model and how many cores of it
 * @param system operating system
 * @param java the JVM
 * @param versions of what was measured
 */
public record Machine(String processor, String system, String java, String versions) {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** Returns this one. */
  public static Machine current() throws IOException {
    return new Machine(
        model() + ", " + Runtime.getRuntime().availableProcessors() + " cores",
        properties("os.name", "os.version", "os.arch"),
        properties("java.vm.name", "java.vm.version", "java.vendor"),
        packagedVersions());
  }

  private static String model() throws IOException {
    if (!Files.isReadable(PROCESSORS)) {
      return System.getProperty("os.arch");
    }
    try (var lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(() -> System.getProperty("os.arch"));
    }
  }

  private static String properties(String... names) {
    return Arrays.stream(names).map(System::getProperty).collect(Collectors.joining(" "));
  }

  private static String packagedVersions() throws IOException {
    var versions = new Properties();
    try (var stream = Machine.class.getResourceAsStream("versions.properties")) {
      versions.load(stream);
    }
    return new TreeMap<>(versions)
        .entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }
}
