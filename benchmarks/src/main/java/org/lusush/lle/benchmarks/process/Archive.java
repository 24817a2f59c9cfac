// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a JVM loads the classes of a shell: by itself, or with the help of an archive. */
public enum Archive {
  NONE("as it is", 0, "", ""),
  CLASS_DATA_SHARING(
      "class-data sharing", 13, "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile="),
  AHEAD_OF_TIME_CACHE("AOT cache", 25, "-XX:AOTCacheOutput=", "-XX:AOTCache=");

  /** A run of a program whose classes are to be archived. */
  @FunctionalInterface
  interface Training {
    void run(List<String> options) throws IOException, InterruptedException;
  }

  /** Measures something about a program, in one of the ways. */
  @FunctionalInterface
  interface Measuring<T> {
    T measure(Archive archive, List<String> options) throws IOException, InterruptedException;
  }

  private final String label;
  private final int since;
  private final String making;
  private final String using;

  Archive(String label, int since, String making, String using) {
    this.label = label;
    this.since = since;
    this.making = making;
    this.using = using;
  }

  /** Returns its name in tables. */
  public String label() {
    return label;
  }

  /**
   * Measures in every way that this JVM offers.
   *
   * @param folder where the archives are kept; deleted in the end, with all that is in it
   */
  static <T> List<T> measureAll(Path folder, Training training, Measuring<T> measuring)
      throws IOException {
    try {
      var measured = new ArrayList<T>();
      for (var archive : values()) {
        var options = archive.make(folder, training);
        if (options.isPresent()) {
          measured.add(measuring.measure(archive, options.get()));
        }
      }
      return measured;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a program ran", e);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /**
   * Makes the archive of a program's classes.
   *
   * @param training runs the program once, with the options it is given
   * @return the options of a JVM that uses it, or none where this JVM or class path has no such
   *     archive
   */
  private Optional<List<String>> make(Path folder, Training training)
      throws IOException, InterruptedException {
    if (this == NONE) {
      return Optional.of(List.of());
    }
    if (Runtime.version().feature() < since || !ClassPath.isOfJars()) {
      return Optional.empty();
    }
    var file = folder.resolve(name());
    training.run(List.of("-Xlog:disable", making + file));
    return Files.exists(file)
        ? Optional.of(List.of("-Xlog:disable", using + file))
        : Optional.empty();
  }
}
