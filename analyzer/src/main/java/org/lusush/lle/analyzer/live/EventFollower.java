// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.events.schema.EventSchema.CacheLookup;
import org.lusush.lle.events.schema.EventSchema.Keystroke;
import org.lusush.lle.events.schema.EventSchema.LatencyHistogram;
import org.lusush.lle.events.schema.EventSchema.OperationStatistics;
import org.lusush.lle.events.schema.EventSchema.PoolAllocation;
import org.lusush.lle.events.schema.EventSchema.Session;
import org.lusush.lle.events.schema.EventSchema.ThresholdExceeded;

/**
 * Reads what another JVM's Flight Recorder writes, while it does, on a thread of its own. Of events
 * only their figures and names are kept; only types that are asked for are parsed.
 */
final class EventFollower implements AutoCloseable {

  /** What JLine calls the editor commands that end a line. */
  private static final String ENDS_LINE = "accept-";

  private final EventStream stream;
  private final LiveModel model;

  private EventFollower(EventStream stream, LiveModel model) {
    this.stream = stream;
    this.model = model;
  }

  /**
   * Starts to follow.
   *
   * @param repository where the other JVM writes
   * @param since what was written before is left out
   * @param arrived called when all that was written until then has been told to the model
   * @param ended called when nothing more will come, by error or otherwise
   */
  static EventFollower follow(
      Path repository,
      Instant since,
      LiveModel model,
      Consumer<LiveModel> arrived,
      Consumer<String> ended)
      throws IOException {
    var follower = new EventFollower(EventStream.openRepository(repository), model);
    follower.stream.setStartTime(since);
    // By time: what several threads tell is put together. It takes the events of one flush, a
    // second.
    follower.stream.setOrdered(true);
    follower.subscribe();
    follower.stream.onFlush(() -> arrived.accept(model));
    follower.stream.onError(e -> ended.accept(Printable.of(e.toString())));
    follower.stream.onClose(() -> ended.accept("Flight Recorder there has closed its files"));
    follower.stream.startAsync();
    return follower;
  }

  private void subscribe() {
    stream.onMetadata(
        metadata -> {
          if (metadata.getEventTypes().stream().anyMatch(t -> t.getName().equals(Session.TYPE))) {
            model.observe();
          }
        });
    stream.onEvent(Session.TYPE, event -> model.add(session(event)));
    stream.onEvent(LatencyHistogram.TYPE, event -> model.add(interval(event)));
    stream.onEvent(
        OperationStatistics.TYPE,
        event ->
            model.addTrend(
                event.getStartTime(),
                text(event, OperationStatistics.OPERATION),
                text(event, OperationStatistics.TREND)));
    stream.onEvent(Keystroke.TYPE, this::onKeystroke);
    stream.onEvent(
        CacheLookup.TYPE,
        event -> model.addLookup(text(event, CacheLookup.CACHE), flag(event, CacheLookup.HIT)));
    stream.onEvent(
        PoolAllocation.TYPE,
        event ->
            model.addTake(text(event, PoolAllocation.POOL), flag(event, PoolAllocation.REUSED)));
    stream.onEvent(ThresholdExceeded.TYPE, event -> model.add(alert(event)));
  }

  private void onKeystroke(RecordedEvent event) {
    if (text(event, Keystroke.WIDGET).startsWith(ENDS_LINE)) {
      model.addLine(event.getEndTime());
    }
  }

  private static Told.Session session(RecordedEvent event) {
    return new Told.Session(
        event.getStartTime(),
        text(event, Session.SHELL),
        text(event, Session.EDITOR),
        text(event, Session.TERMINAL),
        number(event, Session.COLUMNS),
        number(event, Session.ROWS),
        event.hasField(Session.STARTED) ? event.getInstant(Session.STARTED) : event.getStartTime(),
        number(event, Session.LINES),
        number(event, Session.KEYSTROKES),
        number(event, Session.DROPPED),
        number(event, Session.FAILURES));
  }

  private static Told.Interval interval(RecordedEvent event) {
    return new Told.Interval(
        event.getStartTime(),
        text(event, LatencyHistogram.OPERATION),
        nanos(event, LatencyHistogram.INTERVAL),
        number(event, LatencyHistogram.ERRORS),
        nanos(event, LatencyHistogram.TOTAL_TIME),
        nanos(event, LatencyHistogram.SELF_TIME),
        event.hasField(LatencyHistogram.HISTOGRAM)
            ? String.valueOf(event.getString(LatencyHistogram.HISTOGRAM))
            : "");
  }

  private static LiveSnapshot.Alert alert(RecordedEvent event) {
    return new LiveSnapshot.Alert(
        event.getStartTime(),
        text(event, ThresholdExceeded.LEVEL),
        text(event, ThresholdExceeded.OPERATION),
        text(event, ThresholdExceeded.NAME),
        nanos(event, ThresholdExceeded.TOOK),
        nanos(event, ThresholdExceeded.LIMIT));
  }

  /** Returns a text, safe to show and short; empty where the other version has no such field. */
  private static String text(RecordedEvent event, String field) {
    return event.hasField(field) && event.getValue(field) instanceof String text
        ? Printable.of(text)
        : "";
  }

  private static long number(RecordedEvent event, String field) {
    return event.hasField(field) ? event.getLong(field) : 0;
  }

  private static long nanos(RecordedEvent event, String field) {
    return event.hasField(field) ? event.getDuration(field).toNanos() : 0;
  }

  private static boolean flag(RecordedEvent event, String field) {
    return event.hasField(field) && event.getBoolean(field);
  }

  @Override
  public void close() {
    stream.close();
  }
}
