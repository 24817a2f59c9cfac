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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.lusush.lle.agent.shell.MiniShell;
import org.lusush.lle.testkit.PtySession;

/** A shell in a JVM of its own, on a real pseudo-terminal, that is recorded from its start. */
final class TestShell implements AutoCloseable {

  static final String JAR = System.getProperty("lle.agent.jar");
  static final String AGENT = "-javaagent:" + JAR;

  static final String LEFT = "\u001bOD";
  static final String PASTE = "\u001b[200~pasted text\u001b[201~";
  static final String ENTER = "\r";
  private static final String UP = "\u001bOA";

  /**
   * Every kind of key; as many keystrokes as there are elements. What is said has 10 characters.
   */
  static final List<String> KEYS =
      List.of(
          "h", "e", "l", "\t", "\u007f", "\u0001", "\u0005", LEFT, "x", "é", "漢", "😀", PASTE,
          "\u0015", "\"", "h", "\t", "\u0015", UP, "\u0015", "\u0007", "a", ENTER);

  /** What JLine writes when it begins to read a line. */
  private static final String PASTE_MODE = "\u001b[?2004h";

  private static final Path JLINES = Path.of(System.getProperty("lle.test.jlines"));
  private static final Path SETTINGS =
      Path.of("..", "events", "settings", "lle.jfc").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(30);

  private final PtySession session;
  private final Path recording;
  private int seen;

  private TestShell(PtySession session, Path recording) {
    this.session = session;
    this.recording = recording;
  }

  /** Starts a shell on a version of JLine, recorded from its start. */
  static TestShell jline(Path home, String version, Class<?> main, String... options)
      throws IOException, InterruptedException {
    var all = recorded(Jdk.current());
    all.addAll(List.of(options));
    return start(home, java(Jdk.current(), all, classPath(main, jar(version)), main, home));
  }

  /** Starts the same in any JVM, with nothing but these options. */
  static TestShell jline(Path home, String version, Jdk jdk, List<String> options)
      throws IOException, InterruptedException {
    var main = MiniShell.class;
    return start(home, java(jdk, options, classPath(main, jar(version)), main, home));
  }

  /**
   * Starts a shell whose JLine is in another package, recorded from its start.
   *
   * @param to that package, as an internal name with a slash at its end
   */
  static TestShell relocated(Path home, String version, String to, String... options)
      throws IOException, InterruptedException {
    var all = recorded(Jdk.current());
    all.addAll(List.of(options));
    var jar = Relocated.shell(home, jar(version), to);
    return start(home, java(Jdk.current(), all, jar.toString(), MiniShell.class, home));
  }

  /** Starts a shell that has a recorder of its own, with the agent. */
  static TestShell withRecorder(Path home) throws IOException, InterruptedException {
    var options = recorded(Jdk.current());
    options.add(AGENT);
    var command = java(Jdk.current(), options, Cli.CLASS_PATH, MiniShell.class, home);
    command.add("org.lusush.lle.recorder.EditorRecorder");
    return start(home, command);
  }

  /** Starts the shell of the JDK that runs this. */
  static TestShell jshell(Path home) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Jdk.current().tool("jshell"));
    recorded(Jdk.current()).forEach(option -> command.add("-J" + option));
    command.add("-J" + AGENT);
    command.add("-J-Djava.util.prefs.userRoot=" + home);
    return start(home, command, Map.of(), "jshell>", PASTE_MODE);
  }

  /** Returns the version of the packed agent. */
  static String version() throws IOException {
    try (var jar = new JarFile(JAR)) {
      return jar.getManifest().getMainAttributes().getValue("Implementation-Version");
    }
  }

  static Path jar(String version) {
    return JLINES.resolve("jline-" + version + ".jar");
  }

  static String classPath(Class<?> main, Path jar) {
    return main.getProtectionDomain().getCodeSource().getLocation().getPath()
        + File.pathSeparator
        + jar;
  }

  /** Returns options that let the agent in later, in silence. */
  static List<String> quiet(Jdk jdk) {
    var options = new ArrayList<String>();
    if (jdk.feature() >= 21) {
      options.add("-XX:+EnableDynamicAgentLoading");
    }
    if (jdk.feature() >= 22) {
      options.add("--enable-native-access=ALL-UNNAMED");
    }
    return options;
  }

  /** Returns the same, and that it is recorded from its start. */
  static List<String> recorded(Jdk jdk) {
    var options = quiet(jdk);
    options.add("-XX:StartFlightRecording:settings=" + SETTINGS);
    return options;
  }

  /** Returns the command that starts a shell of the tests. */
  static List<String> java(
      Jdk jdk, List<String> options, String classPath, Class<?> main, Path home) {
    var command = new ArrayList<>(List.of(jdk.tool("java")));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName(), home.resolve("history").toString()));
    return command;
  }

  static TestShell start(Path home, List<String> command) throws IOException, InterruptedException {
    return start(home, command, Map.of(), MiniShell.PROMPT, PASTE_MODE);
  }

  /** Starts a program, and waits until it has written everything of these. */
  static TestShell start(
      Path home, List<String> command, Map<String, String> environment, String... ready)
      throws IOException, InterruptedException {
    var all = new HashMap<>(Map.of("LC_ALL", "C.UTF-8", "HOME", home.toString()));
    all.putAll(environment);
    var session = PtySession.start(new PtySession.Settings(command, home, all, 100, 30));
    for (var text : ready) {
      session.await(text, PATIENCE);
    }
    return new TestShell(session, home.resolve("shell.jfr"));
  }

  long pid() {
    return session.pid();
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
    return property(Agent.STATUS);
  }

  /** Returns a system property, or an empty text. */
  String property(String name) throws IOException {
    try {
      var machine = VirtualMachine.attach(Long.toString(session.pid()));
      try {
        return machine.getSystemProperties().getProperty(name, "");
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

  int awaitExit() throws IOException, InterruptedException {
    return session.awaitExit(PATIENCE);
  }

  /** Returns what was written since keys were last pressed. */
  String written() {
    return session.screen().substring(seen);
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
                Jdk.current().tool("jcmd"),
                Long.toString(session.pid()),
                "JFR.dump",
                "filename=" + recording)
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
