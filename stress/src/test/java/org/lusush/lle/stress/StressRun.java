// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jcstress.Main;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.ReportUtils;

/**
 * A run of jcstress in a JVM of its own, which starts more of them.
 *
 * @param status what it ended with, 0 where every promise was kept
 * @param results those of all its JVMs, by test
 * @param output what it printed
 */
record StressRun(int status, Map<String, TestResult> results, Path output) {

  /** One kind of JVM: it reorders at random what it may, and its collector adds no fences. */
  private static final List<String> SHORT =
      List.of(
          "-m",
          "quick",
          "-sc",
          "false",
          "-pth",
          "false",
          "-hs",
          "128",
          "-iters",
          "2",
          "-time",
          "250",
          "-jvmArgs",
          "-XX:+UnlockDiagnosticVMOptions -XX:+StressLCM -XX:+StressGCM -XX:+StressIGVN"
              + " -XX:+StressCCP -XX:+UseSerialGC");

  /**
   * Runs all tests.
   *
   * @param mode {@code short}, or a mode of jcstress
   * @param directory where its files go; those of an earlier run are deleted
   */
  static StressRun start(String mode, Path directory)
      throws IOException, InterruptedException, ClassNotFoundException {
    Files.createDirectories(directory);
    for (var old : blobs(directory)) {
      Files.delete(old);
    }
    var output = directory.resolve("output.txt");
    int status =
        new ProcessBuilder(command(mode))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    return new StressRun(status, results(directory), output);
  }

  private static List<String> command(String mode) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Handed on: the results are padded, and the library that binds threads to processors may load.
    command.addAll(List.of("-XX:-RestrictContended", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(mode.equals("short") ? SHORT : List.of("-m", mode));
    command.addAll(List.of("-r", "report"));
    return command;
  }

  private static Map<String, TestResult> results(Path directory)
      throws IOException, ClassNotFoundException {
    var collector = new InProcessCollector();
    for (var blob : blobs(directory)) {
      var reader = new DiskReadCollector(blob.toString(), collector);
      reader.dump();
      reader.close();
    }
    var results = new HashMap<String, TestResult>();
    for (var result : ReportUtils.mergedByName(collector.getTestResults())) {
      results.put(result.getName(), result);
    }
    return results;
  }

  private static List<Path> blobs(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".bin.gz")).toList();
    }
  }
}
