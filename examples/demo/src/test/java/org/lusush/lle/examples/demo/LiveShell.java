// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.lusush.lle.testkit.PtySession;

/** The example shell in a JVM of its own, on a real pseudo-terminal. */
final class LiveShell implements AutoCloseable {

  static final Path SETTINGS =
      Path.of("..", "..", "events", "settings", "lle.jfc").toAbsolutePath().normalize();

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(12);

  final PtySession session;

  private LiveShell(PtySession session) {
    this.session = session;
  }

  static LiveShell start(Path home) throws IOException, InterruptedException {
    return start(home, "org.lusush.lle.examples.shell.Main");
  }

  static LiveShell start(Path home, String mainClass) throws IOException, InterruptedException {
    var arguments = List.of("--history", home.resolve("history").toString(), "--no-banner");
    var session =
        PtySession.start(
            PtySession.Settings.ofShell(Programs.java(List.of(), mainClass, arguments), home));
    session.await(TypedSession.PROMPT, PATIENCE);
    return new LiveShell(session);
  }

  /** Types a line and waits for the next prompt. */
  void run(String line) throws IOException, InterruptedException {
    typeUntil(line, TypedSession.PROMPT);
  }

  /** Types a line and waits for something after it. */
  void typeUntil(String line, String text) throws IOException, InterruptedException {
    session.type(line, PAUSE);
    int from = session.screen().length();
    session.press(Typist.ENTER);
    session.await(text, from, PATIENCE);
    session.pause(Duration.ofMillis(100));
  }

  void jcmd(String... arguments) throws IOException, DemoException {
    Programs.jcmd(session.pid(), arguments);
  }

  @Override
  public void close() {
    session.close();
  }
}
