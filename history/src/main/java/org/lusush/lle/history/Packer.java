// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Packs files of queues that nobody writes any more. A file goes only when its pack was read back;
 * one that is damaged is set aside beside the pack of what was sound in it.
 */
final class Packer {

  private Packer() {}

  /** Packs a file, and returns what was found in it. */
  static FileReport pack(SourceFolder source, Path queueFile) throws IOException {
    Path pack = source.packOf(queueFile);
    FileReport report;
    try (var writer = PackWriter.create(pack)) {
      report = QueueFile.read(queueFile, writer);
      if (report.records() > 0) {
        writer.finish();
      }
    }
    if (report.records() > 0) {
      requireSame(pack, report);
    }
    if (report.damage().isPresent() && report.bytes() > 0 && isWritten(queueFile)) {
      Files.move(queueFile, source.setAside(queueFile));
    } else {
      Files.deleteIfExists(queueFile);
    }
    return report;
  }

  private static void requireSame(Path pack, FileReport queue) throws IOException {
    var report = PackFile.read(pack, (version, kind, sequence, time, bytes, from, length) -> {});
    if (report.damage().isPresent() || report.records() != queue.records()) {
      Files.deleteIfExists(pack);
      throw new IOException(pack + " could not be read back");
    }
  }

  /** Returns whether there is anything in a file that holds no sound record. */
  private static boolean isWritten(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = new byte[1 << 16];
      for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
        for (int i = 0; i < read; i++) {
          if (bytes[i] != 0) {
            return true;
          }
        }
      }
      return false;
    }
  }

  /** Packs all that a source has, which nobody writes any more; its lock is held. */
  static void packAll(SourceFolder source) throws IOException {
    for (Path file : source.queueFiles()) {
      pack(source, file);
    }
    for (Path queue : source.queues()) {
      delete(queue);
    }
  }

  /** Removes the folder of a queue and what is in it. */
  static void delete(Path queue) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.walk(queue)) {
      files = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  /** Packs what writers left that were ended before they could. */
  static void packAbandoned(Path directory) throws IOException {
    for (SourceFolder source : SourceFolder.list(directory)) {
      if (source.queues().isEmpty()) {
        continue;
      }
      var lock = source.tryLock();
      if (lock.isPresent()) {
        try (var held = lock.get()) {
          packAll(source);
        }
      }
    }
  }
}
