// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.lusush.lle.testkit.PtySession;

/** The session that the demonstration types: every stage of the editor is in it. */
final class TypedSession {

  /** What stands at the end of the example shell's prompt. */
  static final String PROMPT = "❯";

  private static final String SHELL = "org.lusush.lle.examples.shell.Main";

  /** Too few on purpose: the report shows how they become more. */
  private static final String FEW_ENTRIES = "4";

  private static final int LINES_BACK = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Something done to the shell while it runs. */
  @FunctionalInterface
  interface Action {
    void on(long pid) throws IOException, DemoException;
  }

  private TypedSession() {}

  /**
   * Starts the example shell, types a session on it and ends it.
   *
   * @param home where the shell starts, with its history and its key bindings
   * @param pace how it is typed
   * @param start runs when the shell is up and has run a command
   * @param end runs when the session is typed, before the shell ends
   * @return how many keys were typed in between
   */
  static long run(Path home, Pace pace, Action start, Action end)
      throws IOException, InterruptedException, DemoException {
    try (var session = PtySession.start(settings(home))) {
      session.await(PROMPT, PATIENCE);
      var typist = new Typist(session, PROMPT, pace);
      typist.type("pwd").enter();
      start.on(session.pid());
      long before = session.typed();
      work(typist, pace.timesBack());
      long typed = session.typed() - before;
      end.on(session.pid());
      typist.type("exit").press(Typist.ENTER);
      session.awaitExit(PATIENCE);
      return typed;
    }
  }

  private static PtySession.Settings settings(Path home) {
    var arguments =
        List.of("--history", home.resolve("history").toString(), "--small-caches", FEW_ENTRIES);
    return PtySession.Settings.ofShell(Programs.java(List.of(), SHELL, arguments), home);
  }

  private static void work(Typist typist, int timesBack) throws IOException, InterruptedException {
    typist.type("ls -l").enter();
    typist.type("cd pro").press(Typist.TAB).type("ed").press(Typist.TAB).enter();
    typist.type("ls src").enter();
    typist.type("cat READ").press(Typist.TAB).type("| sort").enter();
    typist.type("cd ../..").enter();
    typist.type("echo \"three words here\"").enter();
    typist.type("sort notes.txt | head -n 2 > sorted.txt && cat sorted.txt").enter();
    typist.type("sotr").press(Typist.BACKSPACE, Typist.BACKSPACE).type("rt notes.txt").enter();
    typist.press(Typist.UP, Typist.UP).enter();
    typist.type("ec").press(Typist.RIGHT).enter();
    typist.press(Typist.SEARCH).type("head").enter();
    typist.type("whihc ls").press(Typist.LEFT, Typist.LEFT, Typist.LEFT).enter();
    typist.type("ls p").press(Typist.TAB, Typist.TAB).enter();
    typist.type("history").enter();
    typist.press("\u001b[200~echo pasted text\u001b[201~").enter();
    typist.type("true; false; echo done").enter();
    for (int i = 0; i < timesBack; i++) {
      typist.hold(Typist.UP, LINES_BACK).hold(Typist.DOWN, LINES_BACK);
    }
    typist.type("echo found").enter();
  }
}
