// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.jline.reader.Highlighter;
import org.jline.utils.AttributedString;
import org.lusush.lle.examples.shell.command.DirectoryScanner;
import org.lusush.lle.examples.shell.line.DirectoryLister;
import org.lusush.lle.examples.shell.line.Suggester;

/**
 * The parts of a shell that are asked the same thing again and again, each with the memory of what
 * it came to.
 *
 * <p>What a command may have changed is forgotten after it; a directory is read again once it has
 * another time of change.
 */
final class Remembering {
  private static final int PATHS = 1_000;
  private static final int LINES = 256;
  private static final int SUGGESTIONS = 256;
  private static final int DIRECTORIES = 64;

  private final Memo<Path, Boolean> existing;
  private final Memo<String, AttributedString> lines;
  private final Memo<String, String> suggestions;
  private final Memo<Directory, List<String>> listings;
  private final Memo<Directory, List<String>> scans;

  /** A directory as it was at some time. */
  record Directory(Path path, FileTime changed) {
    static Directory of(Path path) throws IOException {
      return new Directory(path.toAbsolutePath().normalize(), Files.getLastModifiedTime(path));
    }
  }

  Remembering(Instrumentation instrumentation) {
    existing = instrumentation.memo("existing paths", PATHS);
    lines = instrumentation.memo("highlighted lines", LINES);
    suggestions = instrumentation.memo("history suggestions", SUGGESTIONS);
    listings = instrumentation.memo("directory listings", DIRECTORIES);
    scans = instrumentation.memo("program scans", DIRECTORIES);
  }

  boolean exists(Path path) {
    return existing.of(path, Files::exists);
  }

  Highlighter highlighter(Highlighter highlighter) {
    return (reader, line) -> lines.of(line, unknown -> highlighter.highlight(reader, unknown));
  }

  Suggester suggester(Suggester suggester) {
    return text -> suggestions.of(text, suggester::suggest);
  }

  DirectoryLister lister(DirectoryLister lister) {
    return path -> {
      try {
        return listings.of(Directory.of(path), directory -> lister.list(directory.path()));
      } catch (IOException e) {
        return List.of(); // A directory that cannot be read offers nothing.
      }
    };
  }

  DirectoryScanner scanner(DirectoryScanner scanner) {
    return path -> {
      try {
        return scans.of(Directory.of(path), directory -> scan(scanner, directory));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    };
  }

  private static List<String> scan(DirectoryScanner scanner, Directory directory) {
    try {
      return List.copyOf(scanner.scan(directory.path()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A command was run, which may have changed files, names and the history. */
  void commandRan() {
    existing.clear();
    lines.clear();
    suggestions.clear();
  }

  /** The names of the programs have changed. */
  void programsChanged() {
    lines.clear();
  }
}
