// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit.junit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.assertj.core.api.AssertProvider;

/**
 * The events that this process has recorded since the test began, except the JDK's own.
 *
 * <p>A recording is of the whole process: of tests that run at the same time each sees the events
 * of all. {@link #ofThread} and {@link #where} leave those of the others out, as far as they can be
 * told apart: operations and keystrokes by their thread, which is the one that reads the line; all
 * events by a field that the tests fill differently, such as the name of an operation. The periodic
 * events are written by a thread of Flight Recorder's and are sums over the process: a test that is
 * about these has to run alone.
 *
 * <p>Every look at the events ends a chunk of the recording, so the periodic events that come at
 * the end of a chunk come then, too. A look takes some tens of milliseconds.
 */
public final class RecordedEvents implements AssertProvider<RecordedEventsAssert> {

  private static final String JDK = "jdk.";
  private static final long POLL_MILLIS = 50;

  private final Recording recording;
  private final Predicate<RecordedEvent> seen;

  private RecordedEvents(Recording recording, Predicate<RecordedEvent> seen) {
    this.recording = recording;
    this.seen = seen;
  }

  static RecordedEvents of(Recording recording) {
    return new RecordedEvents(recording, event -> !EventText.name(event).startsWith(JDK));
  }

  /** Returns those of one thread alone; its events may be few or many, earlier or later. */
  public RecordedEvents ofThread(Thread thread) {
    long id = threadId(requireNonNull(thread, "thread"));
    return where(event -> event.getThread() != null && event.getThread().getJavaThreadId() == id);
  }

  @SuppressWarnings("deprecation") // Thread.threadId() is of JDK 19
  private static long threadId(Thread thread) {
    return thread.getId();
  }

  /** Returns those of the calling thread alone. */
  public RecordedEvents ofThisThread() {
    return ofThread(Thread.currentThread());
  }

  /** Returns those alone for which something holds. */
  public RecordedEvents where(Predicate<RecordedEvent> predicate) {
    return new RecordedEvents(recording, seen.and(requireNonNull(predicate, "predicate")));
  }

  /** Returns what has been recorded by now, in the order of the start times. */
  public List<RecordedEvent> soFar() {
    try {
      var file = Files.createTempFile("recorded", ".jfr");
      try {
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
            .filter(seen)
            .sorted(Comparator.comparing(RecordedEvent::getStartTime))
            .toList();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what has been recorded by now of one type, in the order of the start times. */
  public List<RecordedEvent> soFar(String name) {
    requireNonNull(name, "name");
    return soFar().stream().filter(event -> EventText.name(event).equals(name)).toList();
  }

  /**
   * Waits until some events of a type have been recorded for which something holds.
   *
   * @param count how many at least
   * @param name of the type
   * @param predicate what holds
   * @param timeout how long to wait; a look that has begun by then is finished
   * @return all that there are by then, in the order of the start times
   * @throws AssertionError when they did not come in time, with what came instead
   */
  public List<RecordedEvent> awaitEvents(
      int count, String name, Predicate<RecordedEvent> predicate, Duration timeout)
      throws InterruptedException {
    return awaitEvents(
        count, ExpectedEvent.of(name).where("what the test asks", predicate), timeout);
  }

  /**
   * Waits until some events have been recorded.
   *
   * @param count how many at least
   * @param expected what they are like
   * @param timeout how long to wait; a look that has begun by then is finished
   * @return all that there are by then, in the order of the start times
   * @throws AssertionError when they did not come in time, with what came instead
   */
  public List<RecordedEvent> awaitEvents(int count, ExpectedEvent expected, Duration timeout)
      throws InterruptedException {
    requireNonNull(expected, "expected");
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      var events = soFar();
      var found = events.stream().filter(expected).toList();
      if (found.size() >= count) {
        return found;
      }
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError(tooFew(count, expected, timeout, found.size(), events));
      }
      TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS)));
    }
  }

  private static String tooFew(
      int count, ExpectedEvent expected, Duration timeout, int found, List<RecordedEvent> events) {
    return "within "
        + timeout
        + " came "
        + found
        + " of "
        + count
        + " "
        + expected
        + "; what came:\n"
        + EventText.whatCame(events, expected.name());
  }

  /** So that AssertJ's own {@code assertThat} takes it. */
  @Override
  public RecordedEventsAssert assertThat() {
    return new RecordedEventsAssert(this);
  }
}
