// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The files of one demonstration.
 *
 * @param folder where everything is
 */
record Workspace(Path folder) {

  private static final int EARLIER_LINES = 40;
  private static final String MARKER = ".lle-demo";
  private static final List<String> FILES =
      List.of(
          "projects/editor/README.md",
          "projects/editor/src/Buffer.java",
          "projects/editor/src/Display.java",
          "projects/editor/src/History.java",
          "projects/website/index.html",
          "projects/website/style.css",
          "notes.txt",
          "numbers.csv");

  /**
   * Makes a new one in the place of an old one.
   *
   * @throws DemoException when there is something else at that place
   */
  static Workspace create(Path folder) throws IOException, DemoException {
    clear(folder);
    var workspace = new Workspace(folder.toAbsolutePath().normalize());
    for (var file : FILES) {
      var path = workspace.home().resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "pear\nfig\napple\nplum\n", StandardCharsets.UTF_8);
    }
    workspace.renewHistory();
    Files.createFile(workspace.folder().resolve(MARKER));
    return workspace;
  }

  /** Forgets what was typed. */
  void renewHistory() throws IOException {
    Files.writeString(home().resolve("history"), history(), StandardCharsets.UTF_8);
  }

  /** Returns lines of earlier days, with none of which a line of the session begins. */
  private static String history() {
    return IntStream.rangeClosed(1, EARLIER_LINES)
        .mapToObj(i -> "grep -n " + i + " numbers.csv > found-" + i + ".txt\n")
        .collect(Collectors.joining());
  }

  private static void clear(Path folder) throws IOException, DemoException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.exists(folder.resolve(MARKER))) {
      throw new DemoException(folder + " is there already and not a demonstration's; name another");
    }
    try (var old = Files.walk(folder)) {
      for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Returns the folder that the shell starts in. */
  Path home() {
    return folder.resolve("home");
  }

  /** Returns the folder with the results of nights. */
  Path store() {
    return folder.resolve("store");
  }

  /** Returns where a night's recording is. */
  Path recordingOf(LocalDate night) {
    return folder.resolve("nights").resolve(night.toString()).resolve("session.jfr");
  }

  Path recording() {
    return folder.resolve("demo.jfr");
  }

  Path reportText() {
    return folder.resolve("report.txt");
  }

  Path reportHtml() {
    return folder.resolve("report.html");
  }

  Path reportJson() {
    return folder.resolve("report.json");
  }

  Path rulesText() {
    return folder.resolve("jmc-rules.txt");
  }

  Path rulesHtml() {
    return folder.resolve("jmc-rules.html");
  }
}
