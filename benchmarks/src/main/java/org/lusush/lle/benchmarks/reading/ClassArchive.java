// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.reading;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The classes of a program the way the JVM has them in memory, as the launcher keeps those of
 * {@code lle analyze}: one run shows which they are, another lays them out.
 */
final class ClassArchive {

  /** The first JVM that keeps how classes are linked and what was learned of their methods, too. */
  private static final int AOT = 25;

  private ClassArchive() {}

  /**
   * Makes one, and returns the options that have it used; none where the classes are not in jars,
   * which the JVM archives only.
   *
   * @param recording what the program reads, beside which the archive comes to lie
   */
  static List<String> options(
      Path recording, List<String> options, String main, List<String> arguments)
      throws IOException {
    String classPath = System.getProperty("java.class.path");
    if (Arrays.stream(classPath.split(File.pathSeparator, -1))
        .map(Path::of)
        .anyMatch(Files::isDirectory)) {
      return List.of();
    }
    Path seen = recording.resolveSibling(main + ".seen");
    Path archive = recording.resolveSibling(main + ".jsa");
    boolean aot = Runtime.version().feature() >= AOT;
    List<String> first = new ArrayList<>(options);
    first.addAll(
        aot
            ? List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + seen)
            : List.of("-XX:DumpLoadedClassList=" + seen));
    ProcessRun.of(ProcessRun.ALL, first, main, arguments);
    List<String> second = new ArrayList<>();
    if (aot) {
      second.addAll(options);
      second.addAll(
          List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + seen, "-XX:AOTCache=" + archive));
    } else {
      second.addAll(
          List.of(
              "-XX:+UseG1GC", // the others cannot lay out objects
              "-Xshare:dump",
              "-XX:SharedClassListFile=" + seen,
              "-XX:SharedArchiveFile=" + archive));
    }
    ProcessRun.of(ProcessRun.ALL, second, main, List.of());
    return List.of("-Xlog:disable", (aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
  }
}
