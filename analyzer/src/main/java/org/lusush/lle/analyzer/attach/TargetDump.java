// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What another JVM has recorded until now, in a file of a folder that only its owner can enter;
 * closing deletes both. Its recordings go on.
 */
public final class TargetDump implements AutoCloseable {

  private final Path folder;
  private final Path file;
  private final Thread end = new Thread(this::delete, "lle-dump-end");

  private TargetDump(Path folder, long pid) {
    this.folder = folder;
    file = folder.resolve("process-" + pid + ".jfr");
  }

  /** Has a JVM dump its recordings. */
  public static TargetDump of(long pid) throws TargetException {
    TargetDump dump;
    try {
      dump = new TargetDump(Files.createTempDirectory("lle"), pid);
    } catch (IOException e) {
      throw new TargetException("there is no room for a temporary file: " + e.getMessage(), e);
    }
    Runtime.getRuntime().addShutdownHook(dump.end);
    try {
      dump.take(pid);
      return dump;
    } catch (TargetException e) {
      dump.close();
      throw e;
    }
  }

  private void take(long pid) throws TargetException {
    try (var target = TargetJvm.open(pid)) {
      var answer = Jcmd.run(target.pid(), "JFR.dump", "filename=" + file);
      if (!Files.isReadable(file)) {
        var reason = answer.lines().skip(1).filter(line -> !line.isBlank()).findFirst();
        throw new TargetException(
            "process "
                + pid
                + " dumped no recording ("
                + reason.orElse("no reason given").strip()
                + "); record it with lle record "
                + pid
                + ", and run lle as the user that it runs as");
      }
    }
  }

  /** Returns where it is. */
  public Path file() {
    return file;
  }

  private void delete() {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook running or over.
      return;
    }
  }
}
