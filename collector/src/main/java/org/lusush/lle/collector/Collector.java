// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.collector;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.lusush.lle.analyzer.attach.LocalJvms;
import org.lusush.lle.analyzer.attach.TargetException;
import org.lusush.lle.analyzer.attach.TargetJvm;
import org.lusush.lle.history.HistoryException;
import org.lusush.lle.history.HistorySettings;

/**
 * Collects from several shells, until they end or the process does: then it closes what is open.
 * Used by one thread, and by the one that ends the process.
 */
final class Collector implements AutoCloseable {

  /** How often it looks for new shells. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** How long a shell has to show its prompt, and how often it is asked. */
  private static final Duration OBSERVED_WITHIN = Duration.ofMinutes(1);

  private static final Duration ASK = Duration.ofMillis(500);

  /** How often a JVM is asked before it counts as none with a recorder. */
  private static final int LOOKS = 5;

  private final Path directory;
  private final HistorySettings settings;
  private final Consumer<String> say;
  private final List<ShellCollector> shells = new ArrayList<>();
  private final Thread hook = new Thread(this::closeAll, "lle-collect-end");
  private boolean closed;

  Collector(Path directory, HistorySettings settings, Consumer<String> say) {
    this.directory = directory;
    this.settings = settings;
    this.say = say;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Starts to collect from a shell. */
  void add(long pid) throws TargetException, HistoryException {
    var shell =
        ShellCollector.start(
            pid, directory, settings, sentence -> say.accept("process " + pid + ": " + sentence));
    synchronized (this) {
      if (!closed) {
        shells.add(shell);
        say.accept("collects process " + pid + " into " + shell.folder());
        return;
      }
    }
    shell.close();
  }

  /** Waits until a shell has shown its prompt and is observed: nothing slows its start down. */
  void awaitObserved(long pid) throws InterruptedException {
    long until = System.nanoTime() + OBSERVED_WITHIN.toNanos();
    while (!isObserved(pid) && System.nanoTime() < until && !isClosed()) {
      TimeUnit.NANOSECONDS.sleep(ASK.toNanos());
    }
  }

  private static boolean isObserved(long pid) {
    try (var target = TargetJvm.open(pid)) {
      return target.isObserved();
    } catch (TargetException e) {
      return false; // it may not have come so far
    }
  }

  /** Waits until all shells have ended, or for so long. */
  void await(Duration limit) throws InterruptedException {
    List<CompletableFuture<Void>> all;
    synchronized (this) {
      all = shells.stream().map(ShellCollector::over).toList();
    }
    long until = System.nanoTime() + limit.toNanos();
    for (var over : all) {
      if (!await(over, until - System.nanoTime())) {
        return;
      }
      closeEnded();
    }
  }

  private static boolean await(CompletableFuture<Void> over, long nanos)
      throws InterruptedException {
    try {
      over.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Collects from every observed shell there is, and those that come, for so long. */
  void collectAll(Duration limit) throws InterruptedException, HistoryException {
    var seen = new Seen();
    long until = System.nanoTime() + limit.toNanos();
    while (!isClosed()) {
      for (long pid : seen.unknown(LocalJvms.pids())) {
        addIfObserved(pid, seen);
      }
      closeEnded();
      long left = until - System.nanoTime();
      if (left <= 0) {
        return;
      }
      TimeUnit.NANOSECONDS.sleep(Math.min(left, LOOK.toNanos()));
    }
  }

  private void addIfObserved(long pid, Seen seen) throws HistoryException {
    try {
      boolean observed;
      try (var target = TargetJvm.open(pid)) {
        observed = target.isObserved();
      }
      if (observed) {
        seen.known(pid);
        add(pid);
      } else {
        seen.asked(pid);
      }
    } catch (TargetException e) {
      seen.known(pid); // not ours, or gone
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private void closeEnded() {
    List<ShellCollector> ended;
    synchronized (this) {
      ended = shells.stream().filter(shell -> shell.over().isDone()).toList();
      shells.removeAll(ended);
    }
    ended.forEach(this::close);
  }

  private void close(ShellCollector shell) {
    shell.close();
    var lost = shell.dropped() == 0 ? "" : ", %,d lost".formatted(shell.dropped());
    say.accept(
        "process %d: %,d records in %s%s"
            .formatted(shell.pid(), shell.written(), shell.folder(), lost));
  }

  private void closeAll() {
    List<ShellCollector> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(shells);
      shells.clear();
    }
    all.forEach(this::close);
  }

  @Override
  public void close() {
    closeAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the process is ending, and the hook running or over
    }
  }

  /** The JVMs that need not be asked any more. */
  private static final class Seen {
    private final Set<Long> known = new HashSet<>();
    private final List<Long> asked = new ArrayList<>();

    List<Long> unknown(List<Long> pids) {
      known.retainAll(pids);
      asked.retainAll(pids);
      return pids.stream().filter(pid -> !known.contains(pid)).toList();
    }

    void known(long pid) {
      known.add(pid);
    }

    /** A recorder says that it is there only after the first prompt. */
    void asked(long pid) {
      asked.add(pid);
      if (asked.stream().filter(other -> other == pid).count() >= LOOKS) {
        known.add(pid);
      }
    }
  }
}
