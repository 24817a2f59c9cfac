// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;
import jdk.jfr.Unsigned;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.analyzer.TestRecordings;
import org.lusush.lle.analyzer.reader.decode.ChunkFrame;
import org.lusush.lle.analyzer.reader.decode.Descriptions;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;

/** Compares what is decoded here with what JMC's parser makes of the same chunks. */
final class DirectParserTest {

  private static final int HEADER = 68;
  private static final int TICKS_PER_SECOND = 56;

  @TempDir static Path directory;

  private static List<byte[]> chunks;

  /** An event with a field of every sort. */
  @Name("test.Everything")
  static final class Everything extends Event {
    boolean flag = true;
    byte small = 7;
    char letter = 'ß';
    short medium = -300;
    int number = -70_000;
    @Unsigned int unsigned = -1;
    long large = Long.MIN_VALUE + 1;
    float real = 0.1f;
    double precise = Math.PI;
    Class<?> type = Everything.class;
    Thread thread = Thread.currentThread();
    String empty = "";
    String none;
    String text = "plain";
    String wide = "Größe 数";
    String pooled = "a text that is too long to stand in the event itself";

    @Timespan(Timespan.TICKS)
    long ticks = 1_234_567;

    @Timespan(Timespan.MILLISECONDS)
    long millis = 25;

    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long moment = 1_700_000_000_123L;
  }

  @BeforeAll
  static void record() throws IOException {
    Path file = directory.resolve("all.jfr");
    TestRecordings.record(file, DirectParserTest::settings, DirectParserTest::work);
    chunks = split(Files.readAllBytes(file));
  }

  private static void settings(Recording recording) {
    recording.enable("jdk.ClassLoad").withoutThreshold();
    recording.enable("jdk.JavaMonitorEnter").withoutThreshold().withStackTrace();
    recording.enable("jdk.ThreadPark").withoutThreshold().withStackTrace();
    recording.enable("jdk.GarbageCollection");
    recording.enable("jdk.GCPhasePause");
    recording.enable("jdk.ExecuteVMOperation").withoutThreshold();
    recording.enable("jdk.Compilation").withoutThreshold();
    recording.enable("jdk.CPULoad").with("period", "everyChunk");
    recording.enable("jdk.ThreadStart");
    String timed = TestRecordings.class.getName() + "::type";
    recording.enable("jdk.MethodTiming").with("filter", timed); // which JDK 25 has
  }

  private static void work() {
    everything();
    TestRecordings.type(40);
    rotate();
    var thread =
        new Thread(() -> TestRecordings.type(30), "a thread with a name that is long enough");
    thread.start();
    join(thread);
    System.gc();
    rotate();
    everything();
    TestRecordings.type(20);
  }

  private static void everything() {
    new Everything().commit();
  }

  /** A recording that starts has the JVM begin a chunk. */
  private static void rotate() {
    try (var other = new Recording()) {
      other.start();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<byte[]> split(byte[] file) {
    List<byte[]> found = new ArrayList<>();
    int from = 0;
    while (from < file.length) {
      int size = (int) ByteBuffer.wrap(file).getLong(from + 8);
      found.add(Arrays.copyOfRange(file, from, from + size));
      from += size;
    }
    return found;
  }

  private static ChunkFrame frame(byte[] chunk) {
    var header = ByteBuffer.wrap(chunk);
    return new ChunkFrame(
        HEADER,
        header.getLong(16),
        header.getLong(24),
        header.getLong(32),
        header.getLong(48),
        header.getLong(TICKS_PER_SECOND),
        (chunk[67] & 1) != 0);
  }

  private static void assertSameEvents(byte[] chunk)
      throws IOException, CouldNotLoadRecordingException {
    var decoded = EveryEvent.decoded(chunk, frame(chunk));
    var parsed = EveryEvent.parsed(chunk);

    assertThat(decoded.keySet()).isEqualTo(parsed.keySet());
    for (String type : parsed.keySet()) {
      assertThat(decoded.get(type)).as(type).hasSameSizeAs(parsed.get(type));
      for (int i = 0; i < parsed.get(type).size(); i++) {
        assertSameFields(type, decoded.get(type).get(i), parsed.get(type).get(i));
      }
    }
  }

  private static void assertSameFields(
      String type, Map<String, String> decoded, Map<String, String> parsed) {
    assertThat(decoded.keySet()).as(type).isEqualTo(parsed.keySet());
    parsed.forEach(
        (field, value) -> assertThat(decoded.get(field)).as(type + "." + field).isEqualTo(value));
  }

  private static long events(byte[] chunk) throws IOException {
    return EveryEvent.decoded(chunk, frame(chunk)).values().stream().mapToLong(List::size).sum();
  }

  @Test
  void decode_severalChunks_everyEventIsThatOfTheParser()
      throws IOException, CouldNotLoadRecordingException {
    assertThat(chunks).hasSizeGreaterThanOrEqualTo(3);

    for (byte[] chunk : chunks) {
      assertSameEvents(chunk);
    }

    long all = 0;
    for (byte[] chunk : chunks) {
      all += events(chunk);
    }
    assertThat(all).isGreaterThan(500);
  }

  @Test
  void decode_everySortOfField_hasItsValue() throws IOException {
    Map<String, String> event =
        EveryEvent.decoded(chunks.get(0), frame(chunks.get(0))).get("test.Everything").get(0);

    var expected = new HashMap<String, String>();
    expected.put("flag", "true");
    expected.put("small", "7");
    expected.put("letter", Integer.toString('ß'));
    expected.put("medium", "-300");
    expected.put("number", "-70000");
    expected.put("unsigned", "4294967295");
    expected.put("large", Long.toString(Long.MIN_VALUE + 1));
    expected.put("real", Double.toString(0.1f));
    expected.put("precise", Double.toString(Math.PI));
    expected.put("type", "type " + Everything.class.getName());
    expected.put("thread", event.get("eventThread"));
    expected.put("empty", "''");
    expected.put("text", "'plain'");
    expected.put("wide", "'Größe 数'");
    expected.put("pooled", "'a text that is too long to stand in the event itself'");
    expected.put("millis", "25000000");
    expected.put("moment", "1700000000123000000");
    assertThat(event).containsAllEntriesOf(expected).doesNotContainKey("none");
  }

  @ParameterizedTest
  @ValueSource(longs = {2_794_748_000L, 999_999_937, 24_000_000})
  void decode_clockOfAnotherSpeed_timesAreThoseOfTheParser(long ticksPerSecond)
      throws IOException, CouldNotLoadRecordingException {
    byte[] chunk = chunks.get(chunks.size() - 1).clone();
    ByteBuffer.wrap(chunk).putLong(TICKS_PER_SECOND, ticksPerSecond);

    assertSameEvents(chunk);
  }

  @Test
  void parse_severalChunks_addsUpToWhatTheParsersAdditionIs() throws IOException {
    for (byte[] chunk : chunks) {
      Optional<ChunkContents> decoded =
          DirectParser.parse(
              new ArraySource(chunk), frame(chunk), new Descriptions(), new Floors());
      ChunkContents parsed = ChunkParser.parse(() -> new ByteArrayInputStream(chunk));

      assertThat(decoded).isPresent();
      assertThat(decoded.get()).usingRecursiveComparison().isEqualTo(parsed);
    }
  }
}
