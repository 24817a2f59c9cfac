// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.testkit.PtySession;

/** A short session that is the same every night, recorded from the start of its JVM to the end. */
final class NightSession {

  private static final String SHELL = "org.lusush.lle.examples.shell.Main";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_KEYS = Duration.ofMillis(12);

  /** How often the same lines are typed: some seconds long. */
  static final int ROUNDS = 14;

  private final PtySession session;

  private NightSession(PtySession session) {
    this.session = session;
  }

  /**
   * Types the session.
   *
   * @param home where the shell starts
   * @param settings of the recording
   * @param recording file to leave it in
   * @param slowMillis how long the completer waits, or 0
   * @param rounds how often the same lines are typed
   */
  static void run(Path home, Path settings, Path recording, int slowMillis, int rounds)
      throws IOException, InterruptedException, DemoException {
    try (var session = PtySession.start(start(home, settings, recording, slowMillis))) {
      session.await(TypedSession.PROMPT, PATIENCE);
      new NightSession(session).type(rounds);
      session.awaitExit(PATIENCE);
    }
    if (!Files.exists(recording)) {
      throw new DemoException("the shell left no recording at " + recording);
    }
  }

  private static PtySession.Settings start(
      Path home, Path settings, Path recording, int slowMillis) {
    var options =
        List.of(
            "-XX:StartFlightRecording=name=nightly,settings=%s,filename=%s,dumponexit=true"
                .formatted(settings, recording),
            "-Xlog:jfr*=off",
            "-Xlog:jfr+startup=off");
    var arguments =
        new ArrayList<>(List.of("--no-banner", "--history", home.resolve("history").toString()));
    if (slowMillis > 0) {
      arguments.addAll(List.of("--slow-completer", Integer.toString(slowMillis)));
    }
    return PtySession.Settings.ofShell(Programs.java(options, SHELL, arguments), home);
  }

  private void type(int rounds) throws IOException, InterruptedException {
    for (int i = 0; i < rounds; i++) {
      line("ls pro", Typist.TAB, "ed", Typist.TAB);
      line("echo some more words");
    }
    session.press("e");
    session.type("xit", BETWEEN_KEYS);
    session.press(Typist.ENTER);
  }

  /** Types a line, and waits for the prompt after it. */
  private void line(String... parts) throws IOException, InterruptedException {
    for (var part : parts) {
      session.type(part, BETWEEN_KEYS);
    }
    int from = session.written();
    session.press(Typist.ENTER);
    session.await(TypedSession.PROMPT, from, PATIENCE);
    session.pause(BETWEEN_KEYS);
  }
}
