// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lusush.lle.testkit.PtySession;

/**
 * The example shell on a pseudo-terminal, and somebody who types letters and looks at the clock.
 */
final class TypedShell implements AutoCloseable {

  private static final String PROMPT = "❯";
  private static final String CLEAR = "\u0015";
  private static final int LETTERS_OF_A_LINE = 40;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final PtySession session;
  private int letters;

  private TypedShell(PtySession session) {
    this.session = session;
  }

  /**
   * Starts a shell and waits for its prompt.
   *
   * @param options of its JVM
   * @param folder where it starts
   * @param arguments of the shell
   */
  static TypedShell start(List<String> options, Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(ChildJvm.command(options, PromptProbe.class));
    command.addAll(List.of("--no-banner", "--history", folder.resolve("history").toString()));
    command.addAll(arguments);
    var environment = Map.of("HOME", folder.toString(), "LC_ALL", "C.UTF-8");
    var session = PtySession.start(new PtySession.Settings(command, folder, environment, 100, 30));
    session.await(PROMPT, TIMEOUT);
    return new TypedShell(session);
  }

  long pid() {
    return session.pid();
  }

  void pause(Duration pause) throws InterruptedException {
    session.pause(pause);
  }

  /** Returns the processor time of the shell so far, in nanoseconds. */
  long cpuNanos() {
    return ProcessHandle.of(pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .map(Duration::toNanos)
        .orElse(0L);
  }

  /**
   * Types letters, with a key that clears the line now and then.
   *
   * @param count how many
   * @param every time from one key to the next
   * @return from each letter's write until the shell answers on the terminal, in nanoseconds
   */
  List<Double> type(int count, Duration every) throws IOException, InterruptedException {
    var nanos = new ArrayList<Double>();
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      if (++letters % LETTERS_OF_A_LINE == 0) {
        session.press(CLEAR);
      } else {
        nanos.add((double) session.answer("a", TIMEOUT));
      }
      long left = every.toNanos() - (System.nanoTime() - start);
      session.pause(Duration.ofNanos(Math.max(0, left)));
    }
    return nanos;
  }

  @Override
  public void close() {
    session.close();
  }
}
