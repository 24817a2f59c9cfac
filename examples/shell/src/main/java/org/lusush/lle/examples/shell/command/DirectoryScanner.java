// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lists the programs in a directory. The costly step behind a {@link CommandIndex}. */
@FunctionalInterface
public interface DirectoryScanner {

  /**
   * Returns the names of the files in a directory that can be run.
   *
   * @throws IOException when it cannot be read
   */
  List<String> scan(Path directory) throws IOException;

  /** Returns the scanner that reads the file system each time. */
  static DirectoryScanner ofFileSystem() {
    return DirectoryScanner::list;
  }

  private static List<String> list(Path directory) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        if (Files.isExecutable(entry) && Files.isRegularFile(entry)) {
          names.add(entry.getFileName().toString());
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }
}
