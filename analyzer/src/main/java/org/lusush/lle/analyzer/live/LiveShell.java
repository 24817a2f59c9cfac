// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.lusush.lle.analyzer.attach.TargetException;
import org.lusush.lle.analyzer.attach.TargetJvm;
import org.lusush.lle.events.Targets;

/**
 * A shell in another JVM that is watched until this is closed. What it does comes as {@link
 * LiveNews} from threads of its own: one reads, and one waits for the end of the process.
 */
public final class LiveShell implements AutoCloseable {

  /** Clocks of two processes are one, but events are stamped by a counter and converted. */
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(1);

  /** From the deletion of its files to the end of a process. */
  private static final Duration ENDING = Duration.ofSeconds(2);

  private static final Duration LOOK = Duration.ofMillis(20);

  private final Consumer<LiveNews> listener;
  private final Optional<ProcessHandle> process;
  private final CompletableFuture<?> exit;
  private final String ended;
  private final LiveRecording recording;
  private final AtomicBoolean over = new AtomicBoolean();
  private final EventFollower follower;
  private boolean told;
  private boolean asked;

  private LiveShell(
      long pid,
      Path repository,
      LiveRecording recording,
      LiveModel model,
      Instant since,
      Consumer<LiveNews> listener)
      throws IOException {
    this.listener = listener;
    ended = "process " + pid + " has ended";
    process = ProcessHandle.of(pid);
    exit =
        process
            .map(ProcessHandle::onExit)
            .orElse(CompletableFuture.completedFuture(null))
            .thenRun(() -> end(ended));
    this.recording = recording;
    follower = EventFollower.follow(repository, since, model, this::onArrived, this::onStreamEnd);
  }

  /**
   * Starts a recording in a JVM and follows it.
   *
   * @param pid its process
   * @param interval how often figures come
   * @param listener hears of everything, from several threads
   * @throws TargetException when the JVM cannot be entered or does not record
   */
  public static LiveShell watch(long pid, Duration interval, Consumer<LiveNews> listener)
      throws TargetException {
    try (var target = TargetJvm.open(pid)) {
      Instant started = Instant.now();
      var recording = LiveRecording.start(pid, LiveRecording.Purpose.TOP, interval);
      try {
        return new LiveShell(
            pid,
            target.readableRepository(),
            recording,
            new LiveModel(pid, started, interval, Targets.defaults()),
            started.minus(CLOCK_SLACK),
            listener);
      } catch (IOException e) {
        recording.close();
        throw new TargetException("what process " + pid + " records cannot be read: " + e);
      } catch (TargetException e) {
        recording.close();
        throw e;
      }
    }
  }

  /** Runs on the thread that reads. */
  private void onArrived(LiveModel model) {
    if (model.isObserved() && !told) {
      told = true;
      listener.accept(new LiveNews.Observed());
    }
    if (model.isNameless() && !asked) {
      asked = true;
      var thread = new Thread(recording::rotate, "lle-top-ask");
      thread.setDaemon(true);
      thread.start();
    }
    model
        .arrived(Instant.now())
        .ifPresent(snapshot -> listener.accept(new LiveNews.Figures(snapshot)));
  }

  private void onStreamEnd(String reason) {
    if (over.get()) {
      return;
    }
    end(endsNow() ? ended : "the recording cannot be followed any more: " + reason);
  }

  /** Returns whether the process ends; it deletes its files just before. */
  private boolean endsNow() {
    long deadline = System.nanoTime() + ENDING.toNanos();
    while (process.filter(ProcessHandle::isAlive).isPresent()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return true;
  }

  private void end(String sentence) {
    if (over.compareAndSet(false, true)) {
      listener.accept(new LiveNews.Ended(sentence));
    }
  }

  /** Watches no longer, and ends the recording; the second time nothing happens. */
  @Override
  public void close() {
    over.set(true);
    exit.cancel(false);
    follower.close();
    recording.close();
  }
}
