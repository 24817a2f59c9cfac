// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A recording that another JVM makes for us with our settings; closing ends it. */
public final class TargetRecording implements AutoCloseable {

  private static final String SETTINGS = "/org/lusush/lle/events/lle.jfc";

  private final long pid;
  private final String name;
  private final Path file;
  private final Path settings;
  private boolean stopped;

  private TargetRecording(long pid, String name, Path file, Path settings) {
    this.pid = pid;
    this.name = name;
    this.file = file;
    this.settings = settings;
  }

  /**
   * Starts a recording.
   *
   * @param pid the JVM
   * @param name its name in there
   * @param file where that JVM writes it in the end
   */
  public static TargetRecording start(long pid, String name, Path file) throws TargetException {
    var settings = settings();
    var answer =
        Jcmd.run(
            pid,
            "JFR.start",
            "name=" + name,
            "settings=" + settings,
            "filename=" + file,
            "dumponexit=true");
    if (!answer.contains("Started recording")) {
      var reason = answer.lines().skip(1).filter(line -> !line.isBlank()).findFirst();
      throw new TargetException(
          "process " + pid + " does not record: " + reason.orElse("no reason given").strip());
    }
    return new TargetRecording(pid, name, file, settings);
  }

  private static Path settings() throws TargetException {
    try (var in = TargetRecording.class.getResourceAsStream(SETTINGS)) {
      if (in == null) {
        throw new TargetException("the settings " + SETTINGS + " are not in this build of lle");
      }
      var file = Files.createTempFile("lle", ".jfc");
      Files.write(file, in.readAllBytes());
      if (!file.toFile().setReadable(true, false)) { // root may record a JVM of somebody else
        throw new IOException(file + " cannot be made readable");
      }
      return file;
    } catch (IOException e) {
      throw new TargetException("the settings could not be written: " + e.getMessage(), e);
    }
  }

  /** Ends the recording, which then is in its file; the second time nothing happens. */
  public synchronized void stop() throws TargetException {
    if (stopped) {
      return;
    }
    stopped = true;
    try {
      if (ProcessHandle.of(pid).isEmpty() && Files.exists(file)) {
        return; // it wrote the file when it ended
      }
      Jcmd.run(pid, "JFR.stop", "name=" + name, "filename=" + file);
      if (!Files.exists(file)) {
        throw new TargetException("process " + pid + " did not write " + file);
      }
    } finally {
      try {
        Files.deleteIfExists(settings);
      } catch (IOException e) {
        settings.toFile().deleteOnExit();
      }
    }
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (TargetException e) {
      // The target is gone, and the recording with it.
      return;
    }
  }
}
