// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class ProgressTest {

  private static final long SECOND = 1_000_000_000;

  private final StringWriter err = new StringWriter();
  private long now = 5 * SECOND;

  private Progress progress(boolean terminal) {
    var console =
        new Console(
            OutputStream.nullOutputStream(),
            new PrintWriter(err, true),
            StandardCharsets.UTF_8,
            terminal,
            ZoneOffset.UTC);
    return new Progress(console, () -> now);
  }

  @Test
  void read_onATerminalAfterAWhile_isShownAndTakenAway() {
    try (var progress = progress(true)) {
      progress.read("nights/a.jfr", 10 << 20, 40 << 20);
      assertThat(err.toString()).isEmpty();
      now += 2 * SECOND;
      progress.read("nights/a.jfr", 20 << 20, 40 << 20);
      progress.read("nights/a.jfr", 21 << 20, 40 << 20);
    }

    assertThat(err.toString()).isEqualTo("\r\u001B[Kreading a.jfr: 50 % of 40 MB\r\u001B[K");
  }

  @Test
  void read_inAPipe_isSilent() {
    try (var progress = progress(false)) {
      now += 9 * SECOND;
      progress.read("a.jfr", 1, 2);
    }

    assertThat(err.toString()).isEmpty();
  }
}
