// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.suite.result.TestKind;

/** The folder of a run, which only its owner can enter. */
public final class OutputFolder {

  /** The file by which a folder is known to be of the suite. */
  public static final String SUMMARY = "suite.json";

  static final String JUDGEMENT = "regression.txt";

  private static final String MARKER = ".lle-suite";
  private static final Pattern RECORDING =
      Pattern.compile("(latency|throughput|memory|cpu|stress)-\\d+\\.jfr");

  private final Path folder;

  private OutputFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes a folder, or empties one of an earlier run of what the suite wrote.
   *
   * @throws IOException when something else is there, with a sentence
   */
  public static OutputFolder create(Path path) throws IOException {
    var folder = path.toAbsolutePath().normalize();
    if (Files.exists(folder) && !isOwn(folder)) {
      throw new IOException(
          Printable.of(path.toString())
              + " is there already and not of an earlier run; name another with --output");
    }
    Files.createDirectories(folder);
    protect(folder, "rwx------");
    for (Path file : files(folder)) {
      Files.delete(file);
    }
    var marker = folder.resolve(MARKER);
    if (!Files.exists(marker)) {
      Files.createFile(marker);
    }
    return new OutputFolder(folder);
  }

  private static boolean isOwn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return Files.exists(folder.resolve(MARKER)) || entries.findAny().isEmpty();
    }
  }

  /** Returns what the suite has written to a folder. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isRegularFile).filter(OutputFolder::isOurs).sorted().toList();
    }
  }

  private static boolean isOurs(Path file) {
    var name = String.valueOf(file.getFileName());
    return name.equals(SUMMARY) || name.equals(JUDGEMENT) || RECORDING.matcher(name).matches();
  }

  private static void protect(Path path, String permissions) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  /** Returns where it is. */
  public Path path() {
    return folder;
  }

  /** Returns where a recording of a test goes, which are numbered from 1. */
  Path recording(TestKind test, int number) {
    return folder.resolve(test.label() + "-" + number + ".jfr");
  }

  /** Returns the recordings of a test in the folder of a run, in their order. */
  static List<Path> recordings(Path folder, TestKind test) throws IOException {
    return files(folder).stream()
        .filter(file -> String.valueOf(file.getFileName()).startsWith(test.label() + "-"))
        .toList();
  }

  List<Path> recordings(TestKind test) throws IOException {
    return recordings(folder, test);
  }

  /** Writes a text that only the owner can read. */
  public void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    for (Path file : files(folder)) {
      protect(file, "rw-------");
    }
  }
}
