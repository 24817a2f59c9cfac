// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Removes the oldest packs of a directory: what is too old, and what is too much. */
final class Retention {

  /** A pack and what it is judged by. */
  private record Candidate(Path file, long lastNanos, long bytes) {}

  private Retention() {}

  /**
   * Removes what is to go, and returns it. What is not packed is not touched.
   *
   * @param before packs that end before it go
   * @param maxBytes what may be left, files of queues and what was set aside included
   */
  static List<Path> prune(Path directory, Instant before, long maxBytes) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    long total = 0;
    for (SourceFolder source : SourceFolder.list(directory)) {
      for (var part : source.parts()) {
        Optional<Candidate> candidate = candidate(part);
        total += candidate.map(Candidate::bytes).orElse(0L);
        if (part.isPack()) {
          candidate.ifPresent(candidates::add);
        }
      }
      for (Path file : source.damaged()) {
        var candidate =
            new Candidate(
                file, nanos(Files.getLastModifiedTime(file).toInstant()), allocated(file));
        total += candidate.bytes;
        candidates.add(candidate);
      }
    }
    List<Path> gone = new ArrayList<>();
    candidates.sort(Comparator.comparingLong(Candidate::lastNanos));
    for (Candidate candidate : candidates) {
      if (candidate.lastNanos >= nanos(before) && total <= maxBytes) {
        break;
      }
      Files.deleteIfExists(candidate.file);
      total -= candidate.bytes;
      gone.add(candidate.file);
    }
    removeEmpty(directory);
    return gone;
  }

  private static Optional<Candidate> candidate(SourceFolder.Part part) throws IOException {
    try {
      long last = Long.MAX_VALUE;
      if (part.isPack()) {
        last =
            PackFile.header(part.file())
                .map(PackFile.Header::lastNanos)
                .orElse(nanos(Files.getLastModifiedTime(part.file()).toInstant()));
      }
      return Optional.of(new Candidate(part.file(), last, allocated(part.file())));
    } catch (NoSuchFileException e) {
      return Optional.empty(); // another writer prunes, too
    }
  }

  private static long nanos(Instant instant) {
    return HistoryVisitor.nanos(instant);
  }

  private static long allocated(Path file) throws IOException {
    return Files.size(file);
  }

  private static void removeEmpty(Path directory) throws IOException {
    for (SourceFolder source : SourceFolder.list(directory)) {
      if (!source.parts().isEmpty() || !source.damaged().isEmpty()) {
        continue;
      }
      var lock = source.tryLock();
      if (lock.isPresent()) {
        try (var held = lock.get()) {
          source.deleteIfEmpty();
        }
      }
    }
  }
}
