// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit;

import static java.util.Objects.requireNonNull;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A program on a pseudo-terminal of its own, and somebody who types on it.
 *
 * <p>To be used by one thread; a second one, of its own, collects what the program writes.
 */
public final class PtySession implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(10);

  private final PtyProcess process;
  private final OutputStream keyboard;
  private final StringBuilder screen = new StringBuilder();
  private final Consumer<String> output;
  private final Thread collector;
  private long typed;

  /** When the program first wrote something since the last key that waits for it, or 0. */
  private long answeredNanos;

  /**
   * What to start, and on what terminal.
   *
   * @param command the program and its arguments
   * @param directory where it starts
   * @param environment variables set beside those of this process; TERM is xterm-256color unless
   *     set
   * @param columns width of the terminal in characters
   * @param rows height of the terminal in lines
   */
  public record Settings(
      List<String> command,
      Path directory,
      Map<String, String> environment,
      int columns,
      int rows) {
    public Settings {
      command = List.copyOf(command);
      requireNonNull(directory, "directory");
      environment = Map.copyOf(environment);
      if (columns <= 0 || rows <= 0) {
        throw new IllegalArgumentException(
            "columns and rows must be over 0, were " + columns + " and " + rows);
      }
    }

    /** Returns the settings of a program on a terminal of 100 by 30 characters. */
    public static Settings of(List<String> command, Path directory) {
      return new Settings(command, directory, Map.of(), 100, 30);
    }

    /**
     * Returns the same for a shell that starts in its user's home, whatever the home and the
     * language are here.
     */
    public static Settings ofShell(List<String> command, Path home) {
      var environment = Map.of("LC_ALL", "C.UTF-8", "HOME", home.toString());
      return new Settings(command, home, environment, 100, 30);
    }
  }

  private PtySession(PtyProcess process, Optional<Consumer<String>> output) {
    this.process = process;
    this.output = output.orElse(this::show);
    keyboard = process.getOutputStream();
    collector = new Thread(this::collect, "pty-collector");
    collector.setDaemon(true);
  }

  /**
   * Starts a program.
   *
   * @throws IOException when there is no pseudo-terminal to be had, or no such program
   */
  public static PtySession start(Settings settings) throws IOException {
    return start(settings, Optional.empty());
  }

  /**
   * Starts a program, and hands on what it writes instead of keeping it: its screen stays empty.
   *
   * @param output takes what is written as soon as it comes, piece by piece, on a thread of the
   *     session's
   * @throws IOException when there is no pseudo-terminal to be had, or no such program
   */
  public static PtySession start(Settings settings, Consumer<String> output) throws IOException {
    return start(settings, Optional.of(output));
  }

  private static PtySession start(Settings settings, Optional<Consumer<String>> output)
      throws IOException {
    var environment = new HashMap<>(System.getenv());
    environment.put("TERM", "xterm-256color");
    environment.putAll(settings.environment());
    var session = new PtySession(open(settings, environment), output);
    session.collector.start();
    return session;
  }

  private static PtyProcess open(Settings settings, Map<String, String> environment)
      throws IOException {
    try {
      return new PtyProcessBuilder(settings.command().toArray(String[]::new))
          .setDirectory(settings.directory().toString())
          .setEnvironment(environment)
          .setInitialColumns(settings.columns())
          .setInitialRows(settings.rows())
          .start();
    } catch (IOException e) {
      throw new IOException(
          "cannot start " + settings.command() + " on a pseudo-terminal: " + e.getMessage(), e);
    }
  }

  /** Returns the process id of the program. */
  public long pid() {
    return process.pid();
  }

  /** Returns whether the program runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Returns how many keys were typed. */
  public long typed() {
    return typed;
  }

  /** Returns everything the program has written so far, escape sequences included. */
  public String screen() {
    synchronized (screen) {
      return screen.toString();
    }
  }

  /** Returns how many characters the program has written so far. */
  public int written() {
    synchronized (screen) {
      return screen.length();
    }
  }

  /**
   * Presses one key.
   *
   * @param key what a terminal sends for it: a character or an escape sequence
   */
  public void press(String key) throws IOException {
    send(key);
    typed++;
  }

  /**
   * Presses one key, and waits until the program writes something.
   *
   * @param key what a terminal sends for it: a character or an escape sequence
   * @param timeout how long to wait
   * @return nanoseconds from before the key was sent until the first of it had come, however long
   *     this thread took to learn of it
   * @throws IOException when nothing came in time
   */
  public long answer(String key, Duration timeout) throws IOException, InterruptedException {
    synchronized (screen) {
      answeredNanos = 0;
      long start = System.nanoTime();
      press(key);
      while (answeredNanos == 0) {
        long left = start + timeout.toNanos() - System.nanoTime();
        if (left <= 0) {
          throw new IOException("waited " + timeout + " for an answer to a key; none came");
        }
        TimeUnit.NANOSECONDS.timedWait(screen, left);
      }
      return answeredNanos - start;
    }
  }

  /** Sends characters that are no key of their own, such as the rest of one. */
  void send(String characters) throws IOException {
    keyboard.write(characters.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
  }

  /**
   * Types a text, character by character.
   *
   * @param text each of its characters is a key
   * @param pause time from one key to the next
   */
  public void type(String text, Duration pause) throws IOException, InterruptedException {
    for (int codePoint : text.codePoints().toArray()) {
      press(Character.toString(codePoint));
      pause(pause);
    }
  }

  /**
   * Does nothing for a while, as a person does between keys. Parts of a millisecond count, which
   * {@link Thread#sleep} rounds up before Java 21.
   */
  public void pause(Duration pause) throws InterruptedException {
    long deadline = System.nanoTime() + pause.toNanos();
    for (long left = pause.toNanos(); left > 0; left = deadline - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  /** Changes the size of the terminal. */
  public void resize(int columns, int rows) {
    process.setWinSize(new WinSize(columns, rows));
  }

  /**
   * Waits until the program has written something after a point.
   *
   * @param text what to wait for
   * @param from length of the screen from which to look
   * @param timeout how long to wait
   * @throws IOException when it did not come in time, with what came instead
   */
  public void await(String text, int from, Duration timeout)
      throws IOException, InterruptedException {
    await(text, from, timeout, POLL);
  }

  /**
   * Waits until the program has written something after a point, and looks as often as asked.
   *
   * @param text what to wait for
   * @param from length of the screen from which to look
   * @param timeout how long to wait
   * @param poll time from one look to the next
   * @throws IOException when it did not come in time, with what came instead
   */
  public void await(String text, int from, Duration timeout, Duration poll)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (screen().indexOf(text, from) < 0) {
      if (System.nanoTime() > deadline || (!process.isAlive() && !collector.isAlive())) {
        throw new IOException(
            "waited "
                + timeout
                + " for \""
                + text
                + "\"; the terminal shows: "
                + screen().substring(Math.min(from, screen().length())));
      }
      pause(poll);
    }
  }

  /** Waits until the program has written something, from its start. */
  public void await(String text, Duration timeout) throws IOException, InterruptedException {
    await(text, 0, timeout);
  }

  /**
   * Waits until the program ends.
   *
   * @return its exit status
   * @throws IOException when it did not end in time
   */
  public int awaitExit(Duration timeout) throws IOException, InterruptedException {
    if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IOException("the program did not end within " + timeout);
    }
    collector.join(timeout.toMillis());
    return process.exitValue();
  }

  /** Ends the program: asks it to, and does not ask again after a second. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void collect() {
    var characters = new char[8192];
    try (var in = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      for (int n = in.read(characters); n >= 0; n = in.read(characters)) {
        output.accept(new String(characters, 0, n));
      }
    } catch (IOException e) {
      // Some systems end the output of a program that is gone with an error.
      if (process.isAlive()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void show(String written) {
    long now = System.nanoTime();
    synchronized (screen) {
      answeredNanos = answeredNanos == 0 ? now : answeredNanos;
      screen.append(written);
      screen.notifyAll();
    }
  }
}
