// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write the folder of a source, held by one thread of one process; closing gives it
 * back. Thread-safe.
 *
 * <p>A process loses its lock of a file when it closes any channel of it, so a file that is locked
 * by this process is never opened a second time.
 */
final class SourceLock implements AutoCloseable {

  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private SourceLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Locks a folder by a file in it; empty where somebody else has locked it. */
  static Optional<SourceLock> tryLock(Path lockFile) throws IOException {
    Path file = lockFile.toAbsolutePath().normalize();
    if (!HELD.add(file)) {
      return Optional.empty();
    }
    Optional<SourceLock> lock = Optional.empty();
    try {
      lock = open(file);
      return lock;
    } finally {
      if (lock.isEmpty()) {
        HELD.remove(file);
      }
    }
  }

  private static Optional<SourceLock> open(Path file) throws IOException {
    if (!Files.exists(file)) {
      try {
        Folders.createFile(file);
      } catch (FileAlreadyExistsException e) {
        return Optional.empty(); // somebody else is just about to lock it
      }
    }
    var channel = FileChannel.open(file, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      locked = channel.tryLock() != null;
      if (!locked) {
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(UTF_8.encode(ProcessHandle.current().pid() + "\n"));
      return Optional.of(new SourceLock(file, channel));
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(file);
    }
  }
}
