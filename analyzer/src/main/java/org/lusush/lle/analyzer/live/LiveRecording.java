// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lusush.lle.analyzer.attach.Jcmd;
import org.lusush.lle.analyzer.attach.TargetException;

/**
 * A recording in another JVM that is there to be followed, not to be kept; closing ends it, and no
 * other.
 *
 * <p>It is started and ended by {@code jcmd}, as a person would: that works without any flag on
 * every JVM with Flight Recorder, whichever of both is the newer, and leaves nothing behind. A JMX
 * connection would leave an agent with threads and an open port in the shell until its end; the
 * attach API alone has no public way to send a command.
 */
public final class LiveRecording implements AutoCloseable {

  /** What a recording is there for. */
  public enum Purpose {
    /** To be looked at. */
    TOP,
    /** To be put into a history. */
    HISTORY;

    private final String prefix = "lle-" + name().toLowerCase(Locale.ROOT) + "-";
    private final String settings = name().toLowerCase(Locale.ROOT) + ".jfc";
    private final Pattern ours = Pattern.compile("name=(" + prefix + "(\\d{1,18})\\S*)");
  }

  /** What the other JVM keeps for us to read: some intervals, and never much. */
  private static final Duration READ_WITHIN = Duration.ofSeconds(30);

  private static final String MAX_SIZE = "64M";

  private final long pid;
  private final String name;
  private boolean closed;

  private LiveRecording(long pid, String name) {
    this.pid = pid;
    this.name = name;
  }

  /**
   * Starts a recording, and ends those that others like this left behind when they were killed.
   *
   * @param interval how often statistics are to come
   * @throws TargetException when the JVM cannot be entered or does not record
   */
  public static LiveRecording start(long pid, Purpose purpose, Duration interval)
      throws TargetException {
    try {
      Path settings = settings(purpose, interval);
      try {
        return start(pid, purpose, interval, settings);
      } finally {
        Files.deleteIfExists(settings);
      }
    } catch (IOException e) {
      throw new TargetException("the settings could not be written: " + e.getMessage());
    }
  }

  private static LiveRecording start(long pid, Purpose purpose, Duration interval, Path settings)
      throws TargetException {
    String name = purpose.prefix + ProcessHandle.current().pid();
    String command =
        "JFR.start name=%s settings=\"%s\" maxage=%ds maxsize=%s"
            .formatted(name, settings, interval.plus(READ_WITHIN).toSeconds(), MAX_SIZE);
    // Several commands to one jcmd are told apart by line breaks.
    String answer = run(pid, "JFR.check\n" + command);
    if (answer.contains("jdk.jfr not found")) {
      throw withoutFlightRecorder(pid);
    }
    if (!answer.contains("Started recording")) {
      var reason = answer.lines().reduce("no reason given", (a, b) -> b.isBlank() ? a : b);
      throw new TargetException("process " + pid + " does not record: " + reason.strip());
    }
    endAbandoned(pid, purpose, answer);
    return new LiveRecording(pid, name);
  }

  private static String run(long pid, String command) throws TargetException {
    try {
      return Jcmd.run(pid, command);
    } catch (TargetException e) {
      if (e.sentence().contains("Unknown diagnostic command")) {
        throw withoutFlightRecorder(pid);
      }
      throw e;
    }
  }

  private static TargetException withoutFlightRecorder(long pid) {
    return new TargetException(
        "process " + pid + " has no Flight Recorder: its Java is without the module jdk.jfr");
  }

  private static void endAbandoned(long pid, Purpose purpose, String check) throws TargetException {
    var names = purpose.ours.matcher(check);
    while (names.find()) {
      long owner = Long.parseLong(names.group(2));
      if (ProcessHandle.of(owner).isEmpty()) {
        Jcmd.run(pid, "JFR.stop", "name=" + names.group(1));
      }
    }
  }

  private static Path settings(Purpose purpose, Duration interval) throws IOException {
    try (var in = LiveRecording.class.getResourceAsStream(purpose.settings)) {
      if (in == null) {
        throw new IOException(purpose.settings + " is not in this build of lle");
      }
      var text = new String(in.readAllBytes(), UTF_8);
      var file = Files.createTempFile(purpose.prefix, ".jfc");
      Files.writeString(file, text.replace("${interval}", interval.toMillis() + " ms"));
      if (!file.toFile().setReadable(true, false)) { // root may watch a JVM of somebody else
        throw new IOException(file + " cannot be made readable");
      }
      return file;
    }
  }

  /**
   * Has the other JVM begin a new chunk, at both ends of which its recorder tells of its sessions:
   * the start of any recording does, even of one that records nothing.
   */
  public synchronized void rotate() {
    if (closed) {
      return;
    }
    String second = name + "-chunk";
    try {
      Jcmd.run(pid, "JFR.start name=" + second + " settings=none\nJFR.stop name=" + second);
    } catch (TargetException e) {
      // Then the sessions stay unknown.
      return;
    }
  }

  /** Ends the recording, if its JVM is still there; the second time nothing happens. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (ProcessHandle.of(pid).isPresent()) {
        Jcmd.run(pid, "JFR.stop", "name=" + name);
      }
    } catch (TargetException e) {
      // The JVM is going away, and the recording with it.
      return;
    }
  }
}
