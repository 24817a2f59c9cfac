// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The programs on the search path. Names come from a snapshot, which {@link #refresh} renews for
 * directories that changed; the place of a program is looked up in the file system each time.
 *
 * <p>Any thread may call; whoever finds no snapshot scans, and others wait for it.
 */
public final class CommandIndex {
  private static final FileTime ABSENT = FileTime.fromMillis(Long.MIN_VALUE);

  private final Supplier<String> searchPath;
  private final DirectoryScanner scanner;
  private volatile Runnable onChange = () -> {};
  private volatile Snapshot snapshot = new Snapshot("", List.of(), Collections.emptyNavigableSet());

  /**
   * @param searchPath gives the directories as in PATH, read at every use
   */
  public CommandIndex(Supplier<String> searchPath, DirectoryScanner scanner) {
    this.searchPath = searchPath;
    this.scanner = scanner;
  }

  /** Has something done, by the thread that finds out, each time when other programs are there. */
  public void onChange(Runnable action) {
    onChange = action;
  }

  /** Returns the program that a name without a slash would run. */
  public Optional<Path> find(String name) {
    if (name.isEmpty() || name.indexOf('/') >= 0) {
      return Optional.empty();
    }
    for (Path directory : directories(searchPath.get())) {
      try {
        Path program = directory.resolve(name);
        if (Files.isExecutable(program) && Files.isRegularFile(program)) {
          return Optional.of(program);
        }
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  public boolean contains(String name) {
    return names().contains(name);
  }

  /** Returns the names of all programs, sorted; unmodifiable. */
  public NavigableSet<String> names() {
    Snapshot current = snapshot;
    return current.path().equals(searchPath.get()) ? current.names() : renew().names();
  }

  /** Scans the directories that are new or have changed. */
  public void refresh() {
    renew();
  }

  /** Does what {@link #refresh} does in another thread, so that the prompt need not wait. */
  public void refreshInBackground() {
    Thread thread = new Thread(this::refresh, "shell-index");
    thread.setDaemon(true);
    thread.start();
  }

  private synchronized Snapshot renew() {
    String path = searchPath.get();
    List<Directory> renewed = new ArrayList<>();
    for (Path directory : directories(path)) {
      renewed.add(renew(directory));
    }
    Snapshot current = snapshot;
    if (!current.path().equals(path) || !current.directories().equals(renewed)) {
      TreeSet<String> names = new TreeSet<>();
      renewed.forEach(directory -> names.addAll(directory.names()));
      current = new Snapshot(path, renewed, Collections.unmodifiableNavigableSet(names));
      snapshot = current;
      onChange.run();
    }
    return current;
  }

  private Directory renew(Path path) {
    FileTime changed = changed(path);
    for (Directory known : snapshot.directories()) {
      if (known.path().equals(path) && known.changed().equals(changed)) {
        return known;
      }
    }
    try {
      return new Directory(path, changed, changed.equals(ABSENT) ? List.of() : scanner.scan(path));
    } catch (IOException e) {
      return new Directory(path, changed, List.of()); // Unreadable: it offers no names.
    }
  }

  private static FileTime changed(Path directory) {
    try {
      return Files.getLastModifiedTime(directory);
    } catch (IOException e) {
      return ABSENT;
    }
  }

  private static Set<Path> directories(String path) {
    Set<Path> directories = new LinkedHashSet<>();
    for (String entry : path.split(File.pathSeparator, -1)) {
      if (!entry.isEmpty() && entry.indexOf('\0') < 0) {
        directories.add(Path.of(entry));
      }
    }
    return directories;
  }

  private record Directory(Path path, FileTime changed, List<String> names) {}

  private record Snapshot(String path, List<Directory> directories, NavigableSet<String> names) {}
}
