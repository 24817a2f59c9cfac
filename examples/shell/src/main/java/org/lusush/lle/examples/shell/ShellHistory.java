// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;
import org.jspecify.annotations.Nullable;

/** A history whose file only its owner can read. */
final class ShellHistory extends DefaultHistory {
  private static final String OWNER_ONLY = "rw-------";

  private @Nullable Path file;

  /** Takes the lines of a file, which is made if it is not there, and keeps new ones in it. */
  void open(LineReader reader, Path file) throws IOException {
    create(file);
    if (!Files.isWritable(file)) {
      throw new IOException("not writable");
    }
    this.file = file;
    reader.setVariable(LineReader.HISTORY_FILE, file);
    load();
  }

  @Override
  public void load() throws IOException {
    try {
      super.load();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void save() throws IOException {
    if (file != null) {
      create(file);
    }
    super.save();
  }

  @Override
  public void write(@Nullable Path path, boolean incremental) throws IOException {
    super.write(path, incremental);
    Path written = path != null ? path : file;
    if (written != null) {
      protect(written);
    }
  }

  private static void create(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createFile(file);
      protect(file);
    } catch (FileAlreadyExistsException e) {
      return; // Its owner has chosen its permissions.
    }
  }

  private static void protect(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(OWNER_ONLY));
    }
  }
}
