// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every peer does the same job: a comparison of others would be worth nothing. */
final class ReadersTest {

  @TempDir Path directory;

  /** A program of a peer. */
  @FunctionalInterface
  private interface Probe {
    void run(String... arguments) throws Exception;
  }

  private static String figures(Probe probe, Path recording) throws Exception {
    var bytes = new ByteArrayOutputStream();
    PrintStream out = System.out;
    try {
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      probe.run(recording.toString());
    } finally {
      System.setOut(out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private Path recording() throws Exception {
    Path settings = directory.resolve("lle.jfc");
    try (var in = ReadersTest.class.getResourceAsStream("/org/lusush/lle/events/lle.jfc")) {
      assertThat(in).isNotNull();
      Files.write(settings, in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Path file = directory.resolve("small.jfr");
    RecordingProbe.main(file.toString(), settings.toString(), "200000");
    return file;
  }

  @Test
  void peers_oneRecording_findTheSame() throws Exception {
    Path recording = recording();

    String expected = figures(RecordingFileProbe::main, recording);

    assertThat(expected).contains("buffer insert 376 ").contains("none ");
    assertThat(figures(JfrReaderProbe::main, recording)).isEqualTo(expected);
    assertThat(figures(EventStreamProbe::main, recording)).isEqualTo(expected);
    assertThat(figures(JmcSinkProbe::main, recording)).isEqualTo(expected);
    assertThat(figures(JmcLoaderProbe::main, recording)).isEqualTo(expected);
  }
}
