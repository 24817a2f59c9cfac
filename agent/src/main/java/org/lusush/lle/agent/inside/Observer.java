// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.recorder.EditorRecorder;

/**
 * Follows what woven code tells, each thread by itself, and knows the line readers. Thread-safe.
 */
final class Observer implements Hooks {

  private final EditorRecorder recorder;
  private final Consumer<Class<?>> opener;
  private final boolean redraw;

  @SuppressWarnings("ThreadLocalUsage") // one for each attachment
  private final ThreadLocal<Follower> followers = new Followers();

  /** That of the thread that told something last; not volatile, as it says whose it is. */
  private @Nullable Follower latest;

  private final List<ObservedReader> readers = new ArrayList<>();
  private volatile boolean closed;

  /**
   * Makes an observer.
   *
   * @param recorder what it tells
   * @param opener makes public methods of a class callable from here
   * @param redraw whether lines that are being read already are to be painted anew
   */
  Observer(EditorRecorder recorder, Consumer<Class<?>> opener, boolean redraw) {
    this.recorder = recorder;
    this.opener = opener;
    this.redraw = redraw;
  }

  EditorRecorder recorder() {
    return recorder;
  }

  /**
   * Takes note of a line that was being read before JLine was woven, on the thread that reads it.
   *
   * @param builtIn JLine's own commands
   */
  void lineJoined(@Nullable Object builtIn) {
    if (redraw) {
      Redraw.line(builtIn, opener);
    }
  }

  void close() {
    closed = true;
    latest = null;
    recorder.close();
  }

  @Override
  public void before(
      int point,
      @Nullable Object owner,
      @Nullable Object target,
      @Nullable Object argument,
      int number) {
    if (closed) {
      return;
    }
    try {
      follower().before(Point.of(point), owner, target, argument, number);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      failed();
    }
  }

  @Override
  public void after(int point, @Nullable Object result, int number) {
    if (closed) {
      return;
    }
    try {
      follower().after(Point.of(point), result, number);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      failed();
    }
  }

  @Override
  public void failed(int point, Throwable thrown) {
    if (closed) {
      return;
    }
    try {
      follower().failed(Point.of(point), thrown);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      failed();
    }
  }

  /** Returns the calling thread's: that of the thread that types without a look into its map. */
  private Follower follower() {
    var found = latest;
    if (found == null || !found.isOf(Thread.currentThread())) {
      found = followers.get();
      latest = found;
    }
    return found;
  }

  private void failed() {
    var monitor = recorder.monitorIfAwake();
    if (monitor != null) {
      monitor.countFailure();
    }
  }

  /** Returns what is known of a line reader, which is held weakly. */
  ObservedReader reader(Object lineReader) {
    synchronized (readers) {
      for (var reader : readers) {
        if (reader.isOf(lineReader)) {
          return reader;
        }
      }
      readers.removeIf(ObservedReader::isOver);
      var reader = new ObservedReader(new WeakReference<>(lineReader), recorder, opener);
      readers.add(reader);
      return reader;
    }
  }

  /** A class of its own: the first lambda of a process takes milliseconds. */
  private final class Followers extends ThreadLocal<Follower> {
    @Override
    protected Follower initialValue() {
      return new Follower(Observer.this);
    }
  }
}
