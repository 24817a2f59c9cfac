// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lusush.lle.analyzer.attach.TargetException;
import org.lusush.lle.analyzer.attach.TargetJvm;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.suite.tape.Step;
import org.lusush.lle.testkit.PtySession;

/**
 * The shells that run: none is left when this is closed, nor when the process ends. Thread-safe.
 */
public final class Shells implements AutoCloseable {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  /** How long a shell that has a recorder of its own may take to say so. */
  private static final Duration OBSERVED_WITHIN = Duration.ofSeconds(3);

  private static final Duration ASK = Duration.ofMillis(200);

  private final ShellCommand command;
  private final List<Shell> running = new ArrayList<>();
  private final Thread end = new Thread(this::closeAll, "lle-suite-end");
  private boolean closed;
  private volatile boolean needsAgent;

  /** Makes a place for shells of one command. */
  public Shells(ShellCommand command) {
    this.command = command;
    Runtime.getRuntime().addShutdownHook(end);
  }

  /**
   * Starts one, and waits until it shows its prompt and is observed.
   *
   * @param prompt how its prompt is waited for
   * @throws ShellException when it does not come so far
   */
  public Shell start(Step.Wait prompt) throws ShellException, InterruptedException {
    var output = new Output();
    var session = open(output);
    var shell = new Shell(session, output, prompt);
    try {
      add(shell);
      if (!shell.awaitPrompt(START_TIMEOUT)) {
        throw new ShellException(
            "the shell showed no prompt within "
                + START_TIMEOUT.toSeconds()
                + " s; say what it looks like with Set WaitPattern /…$/ in the tape");
      }
      shell.enter(observedJvm(session.pid()));
      return shell;
    } catch (ShellException | InterruptedException e) {
      close(shell);
      throw e;
    }
  }

  private PtySession open(Output output) throws ShellException {
    var settings =
        new PtySession.Settings(
            command.command(), command.directory(), command.environment(), 100, 30);
    try {
      return PtySession.start(settings, output);
    } catch (IOException e) {
      throw new ShellException(
          Printable.of(command.command().get(0)) + " could not be started on a pseudo-terminal", e);
    }
  }

  private synchronized void add(Shell shell) throws ShellException {
    running.add(shell);
    if (closed) {
      throw new ShellException("the suite was ended");
    }
  }

  /** Returns the JVM of a command in which a line editor is observed, by now at the latest. */
  private long observedJvm(long pid) throws ShellException, InterruptedException {
    var jvms = JvmFinder.of(pid);
    if (jvms.isEmpty()) {
      throw new ShellException("the shell runs on no JVM that can be entered");
    }
    long until = System.nanoTime() + OBSERVED_WITHIN.toNanos();
    while (!needsAgent && System.nanoTime() < until) {
      var observed = jvms.stream().filter(Shells::isObserved).findFirst();
      if (observed.isPresent()) {
        return observed.get();
      }
      TimeUnit.NANOSECONDS.sleep(ASK.toNanos());
    }
    needsAgent = true;
    return attached(jvms);
  }

  private static boolean isObserved(long pid) {
    try (var target = TargetJvm.open(pid)) {
      return target.isObserved();
    } catch (TargetException e) {
      return false;
    }
  }

  /** Has the agent enter the first JVM in which it finds a line editor. */
  private long attached(List<Long> jvms) throws ShellException {
    var said = Optional.<String>empty();
    for (long jvm : jvms) {
      try (var target = TargetJvm.open(jvm)) {
        var status = target.load(command.agent(), "redraw");
        if (status.contains("observes ")) {
          return jvm;
        }
        said = Optional.of(status);
      } catch (TargetException e) {
        said = Optional.of(e.sentence());
      }
    }
    throw new ShellException(
        "the shell cannot be observed: " + Printable.of(said.orElse("its JVM says nothing")));
  }

  /** Returns whether all were ended, and none is to be started any more. */
  public synchronized boolean isClosed() {
    return closed;
  }

  /** Ends one, and all that it has started. */
  public void close(Shell shell) {
    shell.close();
    synchronized (this) {
      running.remove(shell);
    }
  }

  private void closeAll() {
    List<Shell> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(running);
    }
    left.forEach(Shell::askToEnd);
    left.forEach(this::close);
  }

  @Override
  public void close() {
    closeAll();
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook running or over.
      return;
    }
  }
}
