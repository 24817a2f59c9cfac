// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lists directories. The costly step behind the completion of file names. */
@FunctionalInterface
public interface DirectoryLister {

  /** Returns the names of everything in a directory; none where it cannot be read. */
  List<String> list(Path directory);

  /** Returns the lister that reads the file system each time. */
  static DirectoryLister ofFileSystem() {
    return DirectoryLister::read;
  }

  private static List<String> read(Path directory) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        names.add(entry.getFileName().toString());
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of(); // A directory that cannot be read offers nothing.
    }
    return List.copyOf(names);
  }
}
