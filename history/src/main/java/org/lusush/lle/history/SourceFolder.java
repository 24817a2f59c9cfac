// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of one source, the history of one run of one shell, which no other writes to:
 *
 * <pre>
 *   DIRECTORY/
 *     20261127T081500.123Z-4711/     when it began, and the process
 *       lock                         held by whoever writes
 *       q0001/                       a queue; another is begun after a fault of the first
 *         20261128.cq4               records of a day, while it goes on
 *         metadata.cq4t              the queue's own
 *       q0001-20261127.lleh          records of a day that is over
 *       q0001-20261126.cq4.damaged   what could not be read in whole, set aside
 * </pre>
 */
record SourceFolder(Path path) {

  static final String PACK = ".lleh";
  static final String QUEUE_FILE = ".cq4";
  static final String DAMAGED = ".damaged";
  private static final String LOCK = "lock";
  private static final String QUEUE = "q%04d";

  private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{6}\\.\\d{3}Z-\\d{1,19}");
  private static final Pattern QUEUE_NAME = Pattern.compile("q\\d{4}");
  private static final DateTimeFormatter BEGAN =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** Records of one cycle, in a queue or packed. */
  record Part(String key, Path file, boolean isPack) {

    /** Returns the day of UTC that its name tells; empty where it tells none. */
    Optional<LocalDate> day() {
      try {
        String day = key.substring(key.indexOf('-') + 1);
        return Optional.of(LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }

  /** Makes the folder of a source that begins now. */
  static SourceFolder create(Path directory, Instant now, long pid) throws IOException {
    Folders.create(directory);
    for (Instant began = now; ; began = began.plusMillis(1)) {
      Path path = directory.resolve(BEGAN.format(began) + "-" + pid);
      if (!Files.exists(path)) {
        Folders.create(path);
        return new SourceFolder(path);
      }
    }
  }

  /** Returns the sources of a directory, oldest first. */
  static List<SourceFolder> list(Path directory) throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths
          .filter(path -> NAME.matcher(path.getFileName().toString()).matches())
          .filter(Files::isDirectory)
          .sorted()
          .map(SourceFolder::new)
          .toList();
    }
  }

  String name() {
    return path.getFileName().toString();
  }

  /** Makes the folder of the next queue. */
  Path createQueue() throws IOException {
    for (int number = 1; ; number++) {
      Path queue = path.resolve(QUEUE.formatted(number));
      if (!Files.exists(queue) && !hasPartOf(queue)) {
        Folders.create(queue);
        return queue;
      }
    }
  }

  private boolean hasPartOf(Path queue) throws IOException {
    var prefix = queue.getFileName() + "-";
    try (Stream<Path> paths = Files.list(path)) {
      return paths.anyMatch(file -> file.getFileName().toString().startsWith(prefix));
    }
  }

  /** Returns the pack that a file of a queue becomes. */
  Path packOf(Path queueFile) {
    return path.resolve(key(queueFile) + PACK);
  }

  /** Returns where a file of a queue is set aside. */
  Path setAside(Path queueFile) {
    return path.resolve(key(queueFile) + QUEUE_FILE + DAMAGED);
  }

  private String key(Path queueFile) {
    Path relative = path.relativize(queueFile);
    var name = relative.getFileName().toString();
    return relative.getName(0) + "-" + name.substring(0, name.length() - QUEUE_FILE.length());
  }

  /** Returns what there is, in the order in which it was written; a pack is preferred. */
  List<Part> parts() throws IOException {
    Map<String, Part> parts = new TreeMap<>();
    for (Path file : queueFiles()) {
      parts.put(key(file), new Part(key(file), file, false));
    }
    for (Path file : files(PACK)) {
      var name = file.getFileName().toString();
      var key = name.substring(0, name.length() - PACK.length());
      parts.put(key, new Part(key, file, true));
    }
    return List.copyOf(parts.values());
  }

  /** Returns the files of all queues, in the order in which they were written. */
  List<Path> queueFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path queue : queues()) {
      try (Stream<Path> paths = Files.list(queue)) {
        paths
            .filter(file -> file.getFileName().toString().endsWith(QUEUE_FILE))
            .forEach(files::add);
      }
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  List<Path> queues() throws IOException {
    try (Stream<Path> paths = Files.list(path)) {
      return paths
          .filter(queue -> QUEUE_NAME.matcher(queue.getFileName().toString()).matches())
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    }
  }

  /** Returns what was set aside. */
  List<Path> damaged() throws IOException {
    return files(DAMAGED);
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> paths = Files.list(path)) {
      return paths.filter(file -> file.getFileName().toString().endsWith(ending)).sorted().toList();
    }
  }

  /** Locks the folder for whoever writes; empty where somebody else does. */
  Optional<SourceLock> tryLock() throws IOException {
    return SourceLock.tryLock(path.resolve(LOCK));
  }

  /** Removes the folder if no records are left in it; its lock is held. */
  void deleteIfEmpty() throws IOException {
    if (!parts().isEmpty() || !damaged().isEmpty()) {
      return;
    }
    try (Stream<Path> paths = Files.walk(path)) {
      for (Path file : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      return; // somebody else removes it, too
    }
  }
}
