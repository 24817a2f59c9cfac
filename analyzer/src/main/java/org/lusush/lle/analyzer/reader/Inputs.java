// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the recordings in directories. */
final class Inputs {

  private static final List<String> SUFFIXES = List.of(".jfr", ".jfr.gz", ".zip");
  private static final int DEEPEST = 64;

  private Inputs() {}

  /**
   * Returns files as they are, and in place of a directory the recordings in it and below, by their
   * names in order. A directory without any stays, as does one that cannot be listed.
   */
  static List<Path> expand(Collection<Path> inputs) {
    List<Path> files = new ArrayList<>();
    for (Path input : inputs) {
      List<Path> found = Files.isDirectory(input) ? within(input) : List.of();
      files.addAll(found.isEmpty() ? List.of(input) : found);
    }
    return files;
  }

  private static List<Path> within(Path directory) {
    try (Stream<Path> all = Files.walk(directory, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(Inputs::isRecording).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static boolean isRecording(Path file) {
    Path name = file.getFileName();
    String lower = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    return SUFFIXES.stream().anyMatch(lower::endsWith) && Files.isRegularFile(file);
  }
}
