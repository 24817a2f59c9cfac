// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jline.reader.Highlighter;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.examples.shell.command.DirectoryScanner;
import org.lusush.lle.examples.shell.command.ShellState;
import org.lusush.lle.examples.shell.line.DirectoryLister;
import org.lusush.lle.examples.shell.line.Suggester;

/**
 * The parts of a shell that are asked the same thing again and again, each with the memory of what
 * it came to.
 *
 * <p>Whether a file exists is forgotten after each command. A coloured line is good as long as the
 * files that it names are there, or are not, as before, and commands mean what they did; a
 * suggestion as long as no later line of the history fits better; a directory is read again once it
 * has another time of change.
 */
final class Remembering {
  private static final int PATHS = 1_000;
  private static final int LINES = 256;
  private static final int SUGGESTIONS = 256;
  private static final int DIRECTORIES = 64;

  private final Memo<Path, Boolean> existing;
  private final Memo<String, Coloured> lines;
  private final Memo<String, Suggested> suggestions;
  private final Memo<Directory, List<String>> listings;
  private final Memo<Directory, List<String>> scans;
  private final ShellState state;

  /** What the line that is being coloured has asked for; of the editor's thread. */
  private @Nullable List<Probe> probes;

  private int meaning;

  /** Where suggestions come from, and the number of its last line at the prompt before. */
  private @Nullable History history;

  private int last;

  /** A file that a coloured line names. */
  private record Probe(Path path, boolean exists) {}

  /** A coloured line, and what it was coloured by. */
  private record Coloured(AttributedString line, List<Probe> probes) {}

  /**
   * A suggestion.
   *
   * @param last the number of the last line of the history when it was made
   */
  private record Suggested(String rest, int last) {}

  /** A directory as it was at some time. */
  record Directory(Path path, FileTime changed) {
    static Directory of(Path path) throws IOException {
      return new Directory(path.toAbsolutePath().normalize(), Files.getLastModifiedTime(path));
    }
  }

  Remembering(ShellState state, Instrumentation instrumentation) {
    this.state = state;
    meaning = meaning();
    existing = instrumentation.memo("existing paths", PATHS);
    lines = instrumentation.memo("highlighted lines", LINES);
    suggestions = instrumentation.memo("history suggestions", SUGGESTIONS);
    listings = instrumentation.memo("directory listings", DIRECTORIES);
    scans = instrumentation.memo("program scans", DIRECTORIES);
  }

  boolean exists(Path path) {
    boolean exists = existing.of(path, Files::exists);
    var noted = probes;
    if (noted != null) {
      noted.add(new Probe(path, exists));
    }
    return exists;
  }

  Highlighter highlighter(Highlighter highlighter) {
    return (reader, line) ->
        lines.of(line, this::isAsBefore, unknown -> coloured(highlighter, reader, unknown)).line();
  }

  private boolean isAsBefore(Coloured coloured) {
    return coloured.probes().stream()
        .allMatch(probe -> existing.of(probe.path(), Files::exists) == probe.exists());
  }

  private Coloured coloured(Highlighter highlighter, LineReader reader, String line) {
    var noted = new ArrayList<Probe>();
    probes = noted;
    try {
      return new Coloured(highlighter.highlight(reader, line), noted);
    } finally {
      probes = null;
    }
  }

  Suggester suggester(Suggester suggester, History history) {
    this.history = history;
    return text ->
        suggestions
            .of(
                text,
                suggested -> isNewest(suggested, text, history),
                unknown -> new Suggested(suggester.suggest(unknown), history.last()))
            .rest();
  }

  /** Only what was added since can fit better, unless lines were taken out. */
  private static boolean isNewest(Suggested suggested, String text, History history) {
    if (suggested.last() > history.last() || suggested.last() + 1 < history.first()) {
      return false;
    }
    for (int i = suggested.last() + 1; i <= history.last(); i++) {
      if (history.get(i).startsWith(text)) {
        return false;
      }
    }
    return true;
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

  /** A command was run, which may have changed files, the history, and what names mean. */
  void commandRan() {
    existing.clear();
    int now = meaning();
    if (now != meaning) {
      meaning = now;
      lines.clear();
    }
    if (history != null) {
      forgetClearedLines(history);
    }
  }

  /** Numbers begin anew when a history is cleared. */
  private void forgetClearedLines(History history) {
    if (history.last() < last) {
      suggestions.clear();
    }
    last = history.last();
  }

  /** The names of the programs have changed. */
  void programsChanged() {
    lines.clear();
  }

  /** Returns a number that changes with what names and words mean. */
  private int meaning() {
    return Objects.hash(state.aliases(), state.variables().all(), state.directory());
  }
}
