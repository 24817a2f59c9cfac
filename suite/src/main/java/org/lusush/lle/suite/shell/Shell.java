// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lusush.lle.analyzer.attach.Jcmd;
import org.lusush.lle.analyzer.attach.TargetException;
import org.lusush.lle.analyzer.attach.TargetRecording;
import org.lusush.lle.suite.tape.Step;
import org.lusush.lle.testkit.Keystroke;
import org.lusush.lle.testkit.PtySession;

/**
 * A shell that runs on a pseudo-terminal and is observed. Used by one thread, and by the one that
 * ends the process.
 */
public final class Shell {

  /** How long it may take to end, and to write what it has recorded. */
  private static final Duration END_TIMEOUT = Duration.ofSeconds(5);

  private static final long LOOK_NANOS = 50_000_000;

  private final PtySession session;
  private final Output output;
  private final Step.Wait prompt;
  private long jvm;
  private boolean enterWasLast;
  private long typed;

  Shell(PtySession session, Output output, Step.Wait prompt) {
    this.session = session;
    this.output = output;
    this.prompt = prompt;
  }

  void enter(long observedJvm) throws InterruptedException {
    jvm = observedJvm;
    output.awaitQuiet(4 * LOOK_NANOS); // the agent's entry may have been written about
  }

  /** Returns the process id of its JVM. */
  public long jvm() {
    return jvm;
  }

  /** Returns how many keystrokes it was sent. */
  public long typed() {
    return typed;
  }

  Output output() {
    return output;
  }

  /** Returns how its prompt is waited for. */
  Step.Wait prompt() {
    return prompt;
  }

  /** Sends a key; returns when that was. */
  long press(Keystroke key) throws ShellException {
    var sent = key.sent(output.wantsApplicationKeys());
    long now = output.keyComes();
    try {
      session.press(sent);
    } catch (IOException e) {
      throw ended(e);
    }
    typed++;
    enterWasLast = sent.equals("\r");
    return now;
  }

  /** Waits for a pattern; returns whether it came. */
  boolean await(Step.Wait wait, Duration timeout) throws ShellException, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!output.awaitMatch(
        wait, enterWasLast, Math.min(deadline, System.nanoTime() + LOOK_NANOS))) {
      if (!session.isAlive()) {
        throw ended(new IOException("it does not run"));
      }
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
    }
    return true;
  }

  boolean awaitPrompt(Duration timeout) throws ShellException, InterruptedException {
    return await(prompt, timeout);
  }

  private ShellException ended(IOException cause) throws ShellException {
    String status = "";
    try {
      status = " with status " + session.awaitExit(Duration.ofSeconds(2));
    } catch (IOException e) {
      status = " or closed its terminal";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new ShellException("the shell ended" + status + " after " + keys(typed), cause);
  }

  static String keys(long count) {
    return count + (count == 1 ? " key" : " keys");
  }

  /** Changes the size of its terminal. */
  public void resize(int columns, int rows) {
    session.resize(columns, rows);
  }

  /**
   * Starts to record it.
   *
   * @param name of the recording in the shell's JVM
   * @param file where it is in the end
   */
  public TargetRecording record(String name, Path file) throws ShellException {
    try {
      return TargetRecording.start(jvm, name, file);
    } catch (TargetException e) {
      throw new ShellException(e.sentence(), e);
    }
  }

  /** Ends a recording, which then is in its file. */
  public static void stop(TargetRecording recording) throws ShellException {
    try {
      recording.stop();
    } catch (TargetException e) {
      throw new ShellException(e.sentence(), e);
    }
  }

  /** Returns the processor time that its JVM has had, to the kernel's tick. */
  public Optional<Duration> cpu() {
    return ProcessHandle.of(jvm).flatMap(process -> process.info().totalCpuDuration());
  }

  /** Returns the bytes of its live objects, after a full collection. */
  public OptionalLong liveBytes() throws ShellException {
    return JvmMemory.live(jcmd("GC.class_histogram"));
  }

  /** Returns what its threads that live have allocated so far. */
  public OptionalLong allocatedBytes() throws ShellException {
    return JvmMemory.allocated(jcmd("Thread.print", "-e"));
  }

  /** Returns the most memory that its JVM had in RAM. */
  public OptionalLong residentPeakBytes() {
    return JvmMemory.residentPeak(jvm);
  }

  private String jcmd(String... command) throws ShellException {
    try {
      return Jcmd.run(jvm, command);
    } catch (TargetException e) {
      throw new ShellException(e.sentence(), e);
    }
  }

  /** Asks it, and what it has started, to end: a JVM writes what it has recorded then. */
  void askToEnd() {
    family().forEach(ProcessHandle::destroy);
  }

  /** Ends it and what it has started, by force what does not end when it is asked to. */
  void close() {
    List<ProcessHandle> family = family();
    family.forEach(ProcessHandle::destroy);
    var all =
        CompletableFuture.allOf(
            family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
    try {
      all.get(END_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      family.forEach(ProcessHandle::destroyForcibly);
    } catch (InterruptedException e) {
      family.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
    session.close();
  }

  private List<ProcessHandle> family() {
    return JvmFinder.family(session.pid())
        .map(ProcessHandle::of)
        .flatMap(Optional::stream)
        .toList();
  }
}
