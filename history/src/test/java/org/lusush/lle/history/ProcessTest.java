// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories written by processes that end as they should not, or are not let. */
final class ProcessTest {

  /** How often a process is killed: {@code -Dlle.history.kills=100} by hand. */
  private static final int KILLS = Integer.getInteger("lle.history.kills", 3);

  @TempDir Path directory;

  @Test
  void kill_whileAppending_losesNothingThatWasAcknowledged() throws Exception {
    var random = new Random();
    for (int i = 0; i < KILLS; i++) {
      Path source = directory.resolve("20260921T141320.%03dZ-1".formatted(i));
      long acknowledged;
      try (var process =
          AppendingProcess.start(
              AppendingProcess.java(),
              AppendingProcess.OPEN,
              source,
              Long.MAX_VALUE,
              directory.resolve("errors"))) {
        long until = 1L + random.nextInt(20_000);
        do {
          acknowledged = Long.parseLong(process.line());
        } while (acknowledged < until);
        for (String line : process.kill()) {
          if (!line.isEmpty()) {
            acknowledged = Math.max(acknowledged, number(line, acknowledged));
          }
        }
      }

      assertThat(sequences(source))
          .as("killed at %d", acknowledged)
          .hasSizeGreaterThanOrEqualTo((int) acknowledged);
      Packer.packAbandoned(directory);
      assertThat(new SourceFolder(source).damaged()).isEmpty();
      assertThat(sequences(source)).hasSizeGreaterThanOrEqualTo((int) acknowledged);
    }
  }

  /** The last line may have been cut, but then what is left of it is a smaller number. */
  private static long number(String line, long otherwise) {
    return line.matches("\\d+") ? Long.parseLong(line) : otherwise;
  }

  private static List<Long> sequences(Path source) throws Exception {
    List<Long> sequences = new ArrayList<>();
    for (var part : new SourceFolder(source).parts()) {
      FrameSink sink =
          (version, kind, sequence, time, bytes, from, length) -> {
            assertThat(sequence).isEqualTo(sequences.size() + 1);
            sequences.add(sequence);
          };
      var report =
          part.isPack() ? PackFile.read(part.file(), sink) : QueueFile.read(part.file(), sink);
      assertThat(report.damage()).isEmpty();
    }
    return sequences;
  }

  @Test
  void append_inAJavaThatIsOpen_printsNothing() throws Exception {
    Path errors = directory.resolve("errors");
    try (var process =
        AppendingProcess.start(
            AppendingProcess.java(),
            AppendingProcess.quiet(),
            directory.resolve("source"),
            1,
            errors)) {

      assertThat(process.line()).isEqualTo("1");
      assertThat(process.line()).isNull();
      assertThat(process.await()).isZero();
      assertThat(Files.readString(errors)).isEmpty();
    }
  }

  @Test
  void append_inAJavaThatIsNotOpen_saysWhichFlagsToAdd() throws Exception {
    Path errors = directory.resolve("errors");
    try (var process =
        AppendingProcess.start(
            AppendingProcess.java(), List.of(), directory.resolve("source"), 1, errors)) {

      assertThat(process.line())
          .isEqualTo(
              "no history can be written by this Java as it was started; add "
                  + String.join(" ", AppendingProcess.OPEN));
      assertThat(process.await()).isZero();
      assertThat(Files.readString(errors)).isEmpty();
    }
  }
}
