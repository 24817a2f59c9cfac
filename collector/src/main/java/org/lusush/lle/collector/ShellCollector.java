// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.collector;

import static org.lusush.lle.collector.EventFields.number;
import static org.lusush.lle.collector.EventFields.text;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.attach.TargetException;
import org.lusush.lle.analyzer.attach.TargetJvm;
import org.lusush.lle.analyzer.live.LiveRecording;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.events.schema.EventSchema.CacheStatistics;
import org.lusush.lle.events.schema.EventSchema.LatencyHistogram;
import org.lusush.lle.events.schema.EventSchema.PoolLeak;
import org.lusush.lle.events.schema.EventSchema.PoolStatistics;
import org.lusush.lle.events.schema.EventSchema.ResourcePressure;
import org.lusush.lle.events.schema.EventSchema.ResourceUsage;
import org.lusush.lle.events.schema.EventSchema.Session;
import org.lusush.lle.events.schema.EventSchema.TargetStatus;
import org.lusush.lle.events.schema.EventSchema.ThresholdExceeded;
import org.lusush.lle.events.schema.EventSchema.Throttle;
import org.lusush.lle.events.schema.EventSchema.TuningDecision;
import org.lusush.lle.history.HistoryException;
import org.lusush.lle.history.HistorySettings;
import org.lusush.lle.history.HistoryWriter;
import org.lusush.lle.history.Moment;
import org.lusush.lle.history.RecordWriter;
import org.lusush.lle.history.chronicle.ChronicleStore;

/**
 * Follows what one shell records and writes its history, until the shell ends or this is closed.
 * The shell itself writes nothing but what its Flight Recorder always does.
 */
final class ShellCollector implements AutoCloseable {

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** Events are stamped by a counter and converted. */
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(1);

  private static final String CRITICAL = "critical";
  private static final String CPU = "jdk.CPUInformation";
  private static final String HARDWARE_THREADS = "hwThreads";

  private final long pid;
  private final LiveRecording recording;
  private final EventStream stream;
  private final HistoryWriter history;
  private final RecordWriter record;
  private final IntervalRecords intervals = new IntervalRecords();
  private final MomentRecords moments;
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private @Nullable CompletableFuture<Void> exit;
  private @Nullable String session;
  private boolean hasAsked;
  private long processors;
  private boolean closed;

  private ShellCollector(
      long pid, LiveRecording recording, EventStream stream, HistoryWriter history) {
    this.pid = pid;
    this.recording = recording;
    this.stream = stream;
    this.history = history;
    record = history.recordWriter();
    moments = new MomentRecords(record, history::offer);
  }

  /**
   * Starts to collect.
   *
   * @param say hears a sentence when the history stops, and when it goes on
   * @throws TargetException when the shell cannot be entered or does not record
   * @throws HistoryException when no history can be written
   */
  static ShellCollector start(
      long pid, Path directory, HistorySettings settings, Consumer<String> say)
      throws TargetException, HistoryException {
    try (var target = TargetJvm.open(pid)) {
      var history = HistoryWriter.start(directory, pid, settings, ChronicleStore::open, say);
      try {
        return follow(target, history);
      } catch (TargetException e) {
        history.close();
        throw e;
      }
    }
  }

  private static ShellCollector follow(TargetJvm target, HistoryWriter history)
      throws TargetException {
    Instant since = Instant.now().minus(CLOCK_SLACK);
    var recording = LiveRecording.start(target.pid(), LiveRecording.Purpose.HISTORY, INTERVAL);
    try {
      var stream = EventStream.openRepository(target.readableRepository());
      stream.setStartTime(since);
      stream.setOrdered(true);
      var collector = new ShellCollector(target.pid(), recording, stream, history);
      collector.begin(target);
      return collector;
    } catch (IOException e) {
      recording.close();
      throw new TargetException("what process " + target.pid() + " records cannot be read: " + e);
    } catch (TargetException e) {
      recording.close();
      throw e;
    }
  }

  private void begin(TargetJvm target) throws TargetException {
    record.beginMoment(System.currentTimeMillis() * 1_000_000, Moment.STARTED);
    record.field("pid", pid);
    record.field("program", Printable.of(target.program()));
    record.field("java", target.javaVersion());
    record.field(Moment.VERSION, Printable.of(target.vmVersion()));
    history.offer(record);
    subscribe();
    stream.startAsync();
    // At both ends of a chunk, a recorder tells of its sessions.
    recording.rotate();
    exit =
        ProcessHandle.of(pid)
            .map(ProcessHandle::onExit)
            .orElse(CompletableFuture.completedFuture(null))
            .thenRun(() -> over.complete(null));
  }

  private void subscribe() {
    stream.onEvent(LatencyHistogram.TYPE, intervals::addOperation);
    stream.onEvent(CacheStatistics.TYPE, intervals::addCache);
    stream.onEvent(PoolStatistics.TYPE, intervals::addPool);
    stream.onEvent(ResourceUsage.TYPE, intervals::addUsage);
    stream.onEvent(ThresholdExceeded.TYPE, this::onExceeded);
    stream.onEvent(
        TargetStatus.TYPE,
        event -> intervals.addTarget(event).ifPresent(before -> moments.target(event, before)));
    stream.onEvent(TuningDecision.TYPE, moments::tuning);
    stream.onEvent(ResourcePressure.TYPE, moments::pressure);
    stream.onEvent(Throttle.TYPE, moments::throttle);
    stream.onEvent(PoolLeak.TYPE, moments::leak);
    stream.onEvent(Session.TYPE, this::onSession);
    stream.onEvent(CPU, this::onMachine);
    stream.onFlush(this::onFlush);
    stream.onClose(() -> over.complete(null));
    stream.onError(e -> {}); // one event that cannot be taken is lost, and no more
  }

  private void onExceeded(RecordedEvent event) {
    boolean isCritical = text(event, ThresholdExceeded.LEVEL).equals(CRITICAL);
    intervals.addExceeded(text(event, ThresholdExceeded.OPERATION), isCritical);
    if (isCritical) {
      moments.threshold(event);
    }
  }

  /** They are told at both ends of each chunk; told of here is who it is, and what changed. */
  private void onSession(RecordedEvent event) {
    String now =
        text(event, Session.SHELL) + text(event, Session.EDITOR) + text(event, Session.TERMINAL);
    if (!now.equals(session)) {
      session = now;
      moments.session(event);
    }
  }

  /** Each chunk tells of the machine. */
  private void onMachine(RecordedEvent event) {
    long now = number(event, HARDWARE_THREADS);
    if (now != processors) {
      processors = now;
      moments.machine(event, now);
    }
  }

  private void onFlush() {
    if (intervals.end(record)) {
      history.offer(record);
      askForSession();
    }
  }

  /** A recorder that woke up after the chunk began tells of its sessions when the next one does. */
  private void askForSession() {
    if (session == null && !hasAsked) {
      hasAsked = true;
      var asking = new Thread(recording::rotate, "lle-session");
      asking.setDaemon(true);
      asking.start();
    }
  }

  long pid() {
    return pid;
  }

  Path folder() {
    return history.folder();
  }

  /** Completes when the shell has ended, or cannot be followed any more. */
  CompletableFuture<Void> over() {
    return over;
  }

  /** Ends the recording and the history; the second time nothing happens. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (exit != null) {
      exit.cancel(false);
    }
    recording.close();
    stream.close();
    history.close();
    over.complete(null);
  }

  /** Returns how many records were written, and are there when it is closed. */
  long written() {
    return history.written();
  }

  /** Returns how many records were lost on the way. */
  long dropped() {
    return history.dropped() + intervals.unreadable();
  }
}
