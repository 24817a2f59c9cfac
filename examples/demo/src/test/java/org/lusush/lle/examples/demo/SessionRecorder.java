// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.reader.RecordingReader;

/**
 * Records sessions on the example shell, and writes down how long its operations took: a line for
 * each session and operation with the session's number, the operation and the histogram, tabs
 * between them. The benchmark of the nightly verdict draws its nights from these.
 */
public final class SessionRecorder {

  private static final int ROUNDS = 40;
  private static final int DIGITS = 2;
  private static final int FEWEST = 100;

  private SessionRecorder() {}

  /**
   * Records sessions.
   *
   * @param args the settings file, a folder to work in, the file to add to, the number of the first
   *     session and how many there are
   */
  public static void main(String... args) throws Exception {
    var workspace = Workspace.create(Path.of(args[1]));
    Path settings = Path.of(args[0]).toAbsolutePath();
    int first = Integer.parseInt(args[3]);
    for (int i = first; i < first + Integer.parseInt(args[4]); i++) {
      Path recording = workspace.folder().resolve("session-" + i + ".jfr");
      workspace.renewHistory();
      NightSession.run(workspace.home(), settings, recording, 0, ROUNDS);
      if (RecordingReader.readOne(recording) instanceof ReadOutcome.Success success) {
        Files.writeString(
            Path.of(args[2]),
            lines(i, success.recording()),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
    }
  }

  private static String lines(int session, Recording recording) throws IOException {
    Map<String, Latency> latencies = new LinkedHashMap<>();
    latencies.put(Timing.KEYSTROKE, recording.timings().keystrokes().latency());
    recording.timings().operations().forEach(t -> latencies.put(t.operation(), t.latency()));
    var text = new StringBuilder();
    latencies.forEach(
        (operation, latency) -> {
          if (latency.count() >= FEWEST) {
            text.append(session + "\t" + operation + "\t" + encoded(latency) + "\n");
          }
        });
    return text.toString();
  }

  private static String encoded(Latency latency) {
    var histogram = new Histogram(DIGITS);
    latency.durations().forEach(d -> histogram.recordValueWithCount(d.nanos(), d.count()));
    var bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(bytes);
    return new String(
        Base64.getEncoder().encode(Arrays.copyOf(bytes.array(), length)),
        StandardCharsets.US_ASCII);
  }
}
