// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.lusush.lle.testkit.PtySession;

/**
 * Types a long session on the example shell and writes down what its caches are asked for, for the
 * simulator of the benchmarks. Run by hand.
 */
public final class TraceRecorder {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration KEY = Duration.ofMillis(5);
  private static final int LINES = 3_000;

  private static final List<String> COMMANDS =
      List.of(
          "ls -l",
          "ls src",
          "cat README.md | sort",
          "sort src/Buffer.java | head -n 3",
          "echo \"three words here\"",
          "cat src/Display.java src/History.java",
          "which ls",
          "cat ../website/index.html",
          "grep -n apple src/Buffer.java README.md",
          "echo $HOME");

  private TraceRecorder() {}

  /**
   * Runs it.
   *
   * @param args the folder to work in, and the file to write
   */
  public static void main(String... args) throws IOException, InterruptedException, DemoException {
    var workspace = Workspace.create(Path.of(args[0]));
    var home = workspace.home();
    var command =
        Programs.java(
            List.of("-Dlle.trace=" + Path.of(args[1]).toAbsolutePath()),
            "org.lusush.lle.examples.shell.TracedShell",
            List.of("--history", home.resolve("history").toString(), "--no-banner"));
    try (var session = PtySession.start(PtySession.Settings.ofShell(command, home))) {
      session.await(TypedSession.PROMPT, PATIENCE);
      type(session);
    }
  }

  private static void type(PtySession session) throws IOException, InterruptedException {
    var random = new Random(20_261_124);
    enter(session, "cd projects/editor");
    for (int i = 0; i < LINES; i++) {
      // The second half as often as the first, and so on: people repeat themselves.
      int rank =
          (int) Math.min(COMMANDS.size() - 1.0, Math.floor(1 / (random.nextDouble() + 0.08)) - 1);
      if (i % 5 == 4) {
        hold(session, Typist.UP, 4 + random.nextInt(26));
        hold(session, Typist.DOWN, 2 + random.nextInt(3));
        enter(session, "");
      } else if (i % 7 == 6) {
        session.type("cat src/" + "BDH".charAt(random.nextInt(3)), KEY);
        hold(session, Typist.TAB, 1);
        enter(session, "");
      } else {
        enter(session, COMMANDS.get(Math.max(0, rank)));
      }
    }
    session.type("exit\r", KEY);
    session.awaitExit(PATIENCE);
  }

  private static void hold(PtySession session, String key, int times)
      throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      session.press(key);
      session.pause(KEY);
    }
  }

  private static void enter(PtySession session, String line)
      throws IOException, InterruptedException {
    session.type(line, KEY);
    int from = session.screen().length();
    session.press(Typist.ENTER);
    session.await(TypedSession.PROMPT, from, PATIENCE);
  }
}
