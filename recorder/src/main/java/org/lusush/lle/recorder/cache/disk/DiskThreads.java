// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache.disk;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One thread that writes to the disk and one that reads, so that no interrupt of a caller closes a
 * file and no slow disk stops a key. Both end when they have nothing to do.
 */
final class DiskThreads implements AutoCloseable {

  private static final long IDLE_SECONDS = 5;

  /** How long what changes is gathered before it is written. */
  private static final long GATHER_MILLIS = 200;

  private final String writerName;
  private final ScheduledThreadPoolExecutor writer;
  private final ThreadPoolExecutor reader;
  private final AtomicBoolean isWriteDue = new AtomicBoolean();

  DiskThreads(String cache) {
    writerName = "lle-cache-write-" + cache;
    writer = new ScheduledThreadPoolExecutor(1, daemons(writerName));
    writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    writer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    writer.allowCoreThreadTimeOut(true);
    reader =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            daemons("lle-cache-read-" + cache));
    reader.allowCoreThreadTimeOut(true);
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      var thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Returns whether the calling thread is the one that writes. */
  boolean isWriting() {
    return Thread.currentThread().getName().equals(writerName);
  }

  /** Has the writing thread do something next. */
  @SuppressWarnings("FutureReturnValueIgnored") // the task deals with what it throws
  void write(Runnable task) {
    try {
      writer.submit(task);
    } catch (RejectedExecutionException e) {
      // closed
    }
  }

  /** Has the writing thread write after a while, once however often that is asked for. */
  @SuppressWarnings("FutureReturnValueIgnored") // the task deals with what it throws
  void writeSoon(Runnable task) {
    if (isWriteDue.get() || !isWriteDue.compareAndSet(false, true)) {
      return;
    }
    try {
      writer.schedule(
          () -> {
            isWriteDue.set(false);
            task.run();
          },
          GATHER_MILLIS,
          TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // closed
    }
  }

  /** Has the writing thread do something next, and waits for it, interrupted or not. */
  void writeAndWait(Runnable task, long millis) {
    boolean interrupted = Thread.interrupted();
    try {
      writer.submit(task).get(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (RejectedExecutionException | ExecutionException | TimeoutException e) {
      // closed, dealt with by the task, or too slow
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Has the reading thread read something. */
  <T> Future<T> read(Callable<T> task) {
    return reader.submit(task);
  }

  /** Ends both when they have done what they were told. */
  @Override
  public void close() {
    writer.shutdown();
    reader.shutdown();
  }
}
