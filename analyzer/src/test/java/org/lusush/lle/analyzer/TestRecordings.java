// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import org.HdrHistogram.Histogram;
import org.lusush.lle.events.CacheLookupEvent;
import org.lusush.lle.events.CacheTier;
import org.lusush.lle.events.KeyKind;
import org.lusush.lle.events.KeystrokeEvent;
import org.lusush.lle.events.LatencyHistogramEvent;
import org.lusush.lle.events.OperationEvent;
import org.lusush.lle.events.OperationStatisticsEvent;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.PoolAllocationEvent;
import org.lusush.lle.events.PoolKind;
import org.lusush.lle.events.Result;
import org.lusush.lle.events.SessionEvent;
import org.lusush.lle.events.ThresholdExceededEvent;
import org.lusush.lle.events.Trend;
import org.lusush.lle.events.schema.EventSchema;

/** Real recordings of this JVM with known editor events in them. */
public final class TestRecordings {

  private static final List<CacheTier> TIERS = List.of(CacheTier.values());

  private TestRecordings() {}

  /** Records what the body does and dumps it into a file. */
  public static Path record(Path file, Consumer<Recording> settings, Runnable body)
      throws IOException {
    FlightRecorder.register(OperationEvent.class); // else its settings are not in the first one
    try (var recording = new Recording()) {
      recording.setName("test");
      recording.enable("jdk.ActiveSetting");
      recording.enable("jdk.ActiveRecording");
      recording.enable("jdk.JVMInformation");
      recording.enable("jdk.DataLoss");
      recording.enable(EventSchema.OperationStatistics.TYPE);
      recording.enable(EventSchema.LatencyHistogram.TYPE);
      settings.accept(recording);
      recording.start();
      body.run();
      recording.stop();
      recording.dump(file);
    }
    return file;
  }

  public static Path record(Path file, Runnable body) throws IOException {
    return record(file, recording -> {}, body);
  }

  /** Records some typing: so many keystrokes with what belongs to them. */
  public static Path typing(Path file, int keystrokes) throws IOException {
    return record(file, () -> type(keystrokes));
  }

  public static void type(int keystrokes) {
    var random = new Random(1);
    session(0);
    for (int i = 1; i <= keystrokes; i++) {
      keystroke(i, random);
    }
    session(keystrokes);
  }

  private static void keystroke(int id, Random random) {
    boolean completion = id % 10 == 0;
    var event = new KeystrokeEvent();
    event.begin();
    lookup("highlight", TIERS.get(random.nextInt(TIERS.size())), id);
    operation(OperationType.BUFFER_INSERT, "", id, 5, Result.SUCCESS);
    if (completion) {
      operation(
          OperationType.COMPLETION_SEARCH,
          "FileCompleter",
          id,
          200 + random.nextInt(2_000),
          id % 100 == 0 ? Result.ERROR : Result.SUCCESS);
    }
    take("lines", random.nextInt(10) > 0, id);
    operation(OperationType.SYNTAX_HIGHLIGHT, "DefaultHighlighter", id, 20, Result.SUCCESS);
    operation(OperationType.DISPLAY_RENDER, "", id, 30, Result.SUCCESS);
    event.keystrokeId = id;
    event.kind = (completion ? KeyKind.CONTROL : KeyKind.CHARACTER).label();
    event.widget = completion ? "expand-or-complete" : "self-insert";
    event.result = (id % 100 == 0 ? Result.ERROR : Result.SUCCESS).label();
    event.inputTime = 1_000;
    event.editTime = completion ? 800_000 : 10_000;
    event.paintTime = 50_000;
    event.waited = id % 50 != 0;
    event.commit();
  }

  /** Emits one keystroke that ends so. */
  public static void keystroke(Result result) {
    var event = new KeystrokeEvent();
    event.begin();
    event.kind = KeyKind.CHARACTER.label();
    event.result = result.label();
    event.waited = true;
    event.commit();
  }

  /** Emits one operation that takes about so many microseconds. */
  public static void operation(
      OperationType type, String name, long keystrokeId, int micros, Result result) {
    var event = new OperationEvent();
    event.begin();
    long start = System.nanoTime();
    spin(micros);
    event.selfTime = System.nanoTime() - start;
    event.operation = type.label();
    event.component = type.component().label();
    event.name = name;
    event.result = result.label();
    event.keystrokeId = keystrokeId;
    event.commit();
  }

  /** Emits one lookup that this tier answers. */
  public static void lookup(String cache, CacheTier tier, long keystrokeId) {
    var event = new CacheLookupEvent();
    event.begin();
    event.cache = cache;
    event.tier = tier.label();
    event.hit = tier != CacheTier.NONE;
    event.keystrokeId = keystrokeId;
    event.commit();
  }

  public static void take(String pool, boolean reused, long keystrokeId) {
    var event = new PoolAllocationEvent();
    event.pool = pool;
    event.kind = PoolKind.BUFFER.label();
    event.reused = reused;
    event.size = 4_096;
    event.keystrokeId = keystrokeId;
    event.commit();
  }

  public static void session(long keystrokes) {
    var event = new SessionEvent();
    event.shell = "demo";
    event.editor = "JLine 3.30.6";
    event.recorder = "0.1.0";
    event.schemaVersion = EventSchema.VERSION;
    event.terminal = "xterm-256color";
    event.started = System.currentTimeMillis() - 3_600_000;
    event.lines = keystrokes / 20;
    event.keystrokes = keystrokes;
    event.commit();
  }

  /** Emits the recorder's own count of one type of operation. */
  public static void statistics(OperationType type, long count, long errors, Duration total) {
    var event = new OperationStatisticsEvent();
    event.operation = type.label();
    event.component = type.component().label();
    event.count = count;
    event.errors = errors;
    event.totalTime = total.toNanos();
    event.minimum = 10;
    event.mean = count == 0 ? 0 : total.toNanos() / count;
    event.median = 200_000;
    event.p95 = 900_000;
    event.p99 = 1_900_000;
    event.maximum = 2_000_000;
    event.p999 = 1_950_000;
    event.standardDeviation = 120_000;
    event.calls = count + 1;
    event.rate = 12.5;
    event.reliability = count == 0 ? 1 : 1 - (double) errors / count;
    event.consecutiveSuccesses = 7;
    event.trend = Trend.STABLE.label();
    event.commit();
  }

  /** Emits an interval histogram of these durations, as the recorder does. */
  public static void histogram(String operation, Duration interval, long errors, long... nanos) {
    var histogram = new Histogram(2);
    for (long duration : nanos) {
      histogram.recordValue(duration);
    }
    histogram(
        operation, interval, nanos.length, errors, LongStream.of(nanos).sum(), encoded(histogram));
  }

  /** Emits an interval histogram with this text for the durations. */
  public static void histogram(
      String operation, Duration interval, long count, long errors, long total, String text) {
    var event = new LatencyHistogramEvent();
    event.operation = operation;
    event.interval = interval.toNanos();
    event.count = count;
    event.errors = errors;
    event.totalTime = total;
    event.selfTime = total / 2;
    event.histogram = text;
    event.commit();
  }

  /** Returns a histogram as recordings carry it. */
  public static String encoded(Histogram histogram) {
    var bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(bytes);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
  }

  /** Emits that an operation or a keystroke exceeded a threshold. */
  public static void exceeded(String operation, String level, Duration took) {
    var event = new ThresholdExceededEvent();
    event.operation = operation;
    event.level = level;
    event.took = took.toNanos();
    event.commit();
  }

  private static void spin(int micros) {
    long end = System.nanoTime() + micros * 1_000L;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
