// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A folder for what nobody keeps: the home of the example shell, recordings of warm-up. */
public final class Scratch implements AutoCloseable {

  private static final int EARLIER_LINES = 40;
  private static final List<String> FILES =
      List.of(
          "projects/editor/README.md",
          "projects/editor/src/Buffer.java",
          "projects/editor/src/Display.java",
          "projects/website/index.html",
          "notes.txt",
          "numbers.csv");

  private final Path folder;
  private final Thread end = new Thread(this::delete, "lle-suite-scratch");

  private Scratch(Path folder) {
    this.folder = folder;
  }

  /** Makes one that only its owner can enter. */
  public static Scratch create() throws IOException {
    var scratch = new Scratch(Files.createTempDirectory("lle-suite").toRealPath());
    Runtime.getRuntime().addShutdownHook(scratch.end);
    return scratch;
  }

  /** Returns a folder with files and a history, for the example shell to start in. */
  public Path home() throws IOException {
    var home = folder.resolve("home");
    for (var name : FILES) {
      var file = home.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "pear\nfig\napple\nplum\n", StandardCharsets.UTF_8);
    }
    var history =
        IntStream.rangeClosed(1, EARLIER_LINES)
            .mapToObj(i -> "grep -n " + i + " numbers.csv > found-" + i + ".txt\n")
            .collect(Collectors.joining());
    Files.writeString(home.resolve("history"), history, StandardCharsets.UTF_8);
    return home;
  }

  /** Returns a name for a file that is not there yet. */
  Path file(String name) throws IOException {
    return Files.createTempDirectory(folder, "warm").resolve(name);
  }

  private void delete() {
    for (int attempt = 0; attempt < 2 && Files.exists(folder); attempt++) {
      try (var old = Files.walk(folder)) {
        old.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      } catch (IOException e) {
        folder.toFile().deleteOnExit(); // a shell that ends may still write
      }
    }
  }

  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook running or over.
      return;
    }
  }
}
