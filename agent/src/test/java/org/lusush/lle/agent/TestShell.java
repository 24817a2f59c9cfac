// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.lusush.lle.agent.shell.MiniShell;
import org.lusush.lle.testkit.PtySession;

/** A shell in a JVM of its own, on a real pseudo-terminal, that is recorded from its start. */
final class TestShell implements AutoCloseable {

  static final String JAR = System.getProperty("lle.agent.jar");
  static final String AGENT = "-javaagent:" + JAR;

  private static final Path JLINES = Path.of(System.getProperty("lle.test.jlines"));
  private static final Path SETTINGS =
      Path.of("..", "events", "settings", "lle.jfc").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(30);

  private final PtySession session;
  private final Path recording;
  private int seen;

  private TestShell(PtySession session, Path recording) {
    this.session = session;
    this.recording = recording;
  }

  /** Starts a shell on a version of JLine. */
  static TestShell jline(Path home, String version, Class<?> main, String... options)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(tool("java"));
    command.addAll(common());
    command.addAll(List.of(options));
    var classes = main.getProtectionDomain().getCodeSource().getLocation().getPath();
    var jar = JLINES.resolve("jline-" + version + ".jar");
    command.addAll(List.of("-cp", classes + File.pathSeparator + jar, main.getName()));
    command.add(home.resolve("history").toString());
    return start(home, command, "mini> ");
  }

  /** Starts a shell that has a recorder of its own, with the agent. */
  static TestShell withRecorder(Path home) throws IOException, InterruptedException {
    var classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command = new ArrayList<>(List.of(tool("java")));
    command.addAll(common());
    command.addAll(List.of(AGENT, "-cp", classPath, MiniShell.class.getName()));
    command.addAll(
        List.of(home.resolve("history").toString(), "org.lusush.lle.recorder.EditorRecorder"));
    return start(home, command, "mini> ");
  }

  /** Starts the shell of the JDK that runs this. */
  static TestShell jshell(Path home) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(tool("jshell"));
    common().forEach(option -> command.add("-J" + option));
    command.add("-J" + AGENT);
    command.add("-J-Djava.util.prefs.userRoot=" + home);
    return start(home, command, "jshell>");
  }

  private static List<String> common() {
    var options = new ArrayList<>(List.of("-XX:StartFlightRecording:settings=" + SETTINGS));
    if (Runtime.version().feature() >= 21) {
      options.add("-XX:+EnableDynamicAgentLoading");
    }
    if (Runtime.version().feature() >= 22) {
      options.add("--enable-native-access=ALL-UNNAMED");
    }
    return options;
  }

  private static TestShell start(Path home, List<String> command, String prompt)
      throws IOException, InterruptedException {
    var environment = Map.of("LC_ALL", "C.UTF-8", "HOME", home.toString());
    var session = PtySession.start(new PtySession.Settings(command, home, environment, 100, 30));
    session.await(prompt, PATIENCE);
    session.await("\u001b[?2004h", PATIENCE);
    return new TestShell(session, home.resolve("shell.jfr"));
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** Waits until keys are recorded: once the JVM knows the events. */
  void awaitObserved() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!knowsKeystrokes()) {
      assertThat(System.nanoTime()).as("nothing is recorded: " + status()).isLessThan(deadline);
      session.pause(PAUSE);
    }
  }

  private boolean knowsKeystrokes() throws IOException, InterruptedException {
    dump();
    try (var file = new RecordingFile(recording)) {
      return file.readEventTypes().stream()
          .anyMatch(type -> type.getName().equals("lle.Keystroke"));
    }
  }

  /** Has the agent enter, or leave. */
  void load(String options) throws Exception {
    var machine = VirtualMachine.attach(Long.toString(session.pid()));
    try {
      machine.loadAgent(JAR, options);
    } finally {
      machine.detach();
    }
  }

  /** Returns what the agent says of itself. */
  String status() throws IOException {
    try {
      var machine = VirtualMachine.attach(Long.toString(session.pid()));
      try {
        return machine.getSystemProperties().getProperty(Agent.STATUS, "");
      } finally {
        machine.detach();
      }
    } catch (com.sun.tools.attach.AttachNotSupportedException e) {
      throw new IOException(e);
    }
  }

  void press(List<String> keys) throws IOException, InterruptedException {
    seen = session.screen().length();
    for (var key : keys) {
      session.press(key);
      session.pause(PAUSE);
    }
  }

  void type(String text) throws IOException, InterruptedException {
    seen = session.screen().length();
    session.type(text, PAUSE);
  }

  /** Waits for something on the screen since the last keys were pressed. */
  void await(String text) throws IOException, InterruptedException {
    session.await(text, seen, PATIENCE);
  }

  void resize(int columns, int rows) {
    session.resize(columns, rows);
  }

  /** Waits until the shell tells of a new width. */
  void awaitSize(int columns) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (of(dump(), "lle.Session").stream().noneMatch(e -> e.getInt("columns") == columns)) {
      assertThat(System.nanoTime()).as("still of the old width").isLessThan(deadline);
      session.pause(PAUSE);
    }
  }

  String screen() {
    return session.screen();
  }

  Path recording() {
    return recording;
  }

  /** Returns everything that was recorded so far. */
  List<RecordedEvent> dump() throws IOException, InterruptedException {
    Files.deleteIfExists(recording);
    var process =
        new ProcessBuilder(
                tool("jcmd"), Long.toString(session.pid()), "JFR.dump", "filename=" + recording)
            .redirectErrorStream(true)
            .start();
    var answer =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    process.waitFor();
    assertThat(recording).as(answer).exists();
    return RecordingFile.readAllEvents(recording);
  }

  static List<RecordedEvent> of(List<RecordedEvent> events, String type) {
    return events.stream().filter(event -> event.getEventType().getName().equals(type)).toList();
  }

  @Override
  public void close() {
    session.close();
  }
}
