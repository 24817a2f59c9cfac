// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What only a process of its own can suffer.
 *
 * <p>How often one is killed is the system property {@code lle.cache.kills}, 15 unless it is set.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
final class DiskFaultsTest {

  private static final int KILLS = Integer.getInteger("lle.cache.kills", 15);

  @TempDir private Path directory;

  @Test
  void process_killedAgainAndAgain_servesNothingForgottenAndKeepsTheRest() throws Exception {
    var file = directory.resolve("cache");
    var ledger = DiskProgram.ledger(directory.resolve("ledger"));
    var random = new SplittableRandom(42);
    int survived = 0;
    var complaints = new ArrayList<String>();
    for (int kill = 0; kill < KILLS; kill++) {
      var process = start("churn", file, directory.resolve("ledger").toString(), "" + kill);
      awaitReady(process, complaints);
      TimeUnit.MICROSECONDS.sleep(random.nextInt(150_000));
      process.destroyForcibly();
      assertThat(process.waitFor()).as("killed").isEqualTo(137);

      try (var cache = DiskProgram.open(file)) {
        assertThat(cache.complaint()).isEmpty();
        for (int key = 0; key < DiskProgram.KEYS; key++) {
          var found = cache.find("key" + key);
          if (found != null) {
            long version = Long.parseLong(found.substring(found.lastIndexOf('/') + 1));
            assertThat(found).isEqualTo(DiskProgram.value(key, version));
            assertThat(version)
                .as("version of key %d after kill %d", key, kill)
                .isGreaterThan(forgotten(ledger, key));
            survived++;
          }
        }
      }
    }
    assertThat(complaints).isEmpty();
    assertThat(survived).as("values that outlived a kill").isGreaterThan(KILLS * 5);
  }

  private static long forgotten(ByteBuffer ledger, int key) {
    return ledger.getLong(key * Long.BYTES);
  }

  @Test
  void process_thatMayWriteNoMore_goesOnAndSaysSoOnce() throws Exception {
    assumeThat(Path.of("/bin/bash")).exists();
    var file = directory.resolve("cache");
    var command = new ArrayList<>(List.of("/bin/bash", "-c", "ulimit -f 160; exec \"$@\"", "bash"));
    command.addAll(command("starve", file));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();

    var output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output.lines().toList())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("complaint: The disk tier of cache killed: it is off until the next start")
        .endsWith("the file is now " + file + ".damaged.");
    assertThat(output).contains("went on");
    assertThat(file).doesNotExist();
    try (var cache = DiskProgram.open(file)) { // rebuilt
      cache.insert("a", "b");
      cache.find("a");
    }
    try (var cache = DiskProgram.open(file)) {
      assertThat(cache.find("a")).isEqualTo("b");
    }
  }

  @Test
  void open_whileAnotherProcessHasTheFile_goesOnWithoutAndSaysSo() throws Exception {
    var file = directory.resolve("cache");
    var holder = start("hold", file);
    awaitReady(holder, new ArrayList<>());

    try (var cache = DiskProgram.open(file)) {
      assertThat(cache.complaint()).get().asString().contains("another one uses " + file);
      cache.insert("a", "b");
      assertThat(cache.find("a")).isEqualTo("b");
      cache.invalidate("a");
      assertThat(cache.find("a")).isNull();
    }

    holder.getOutputStream().close();
    assertThat(holder.waitFor()).isZero();
    try (var cache = DiskProgram.open(file)) {
      assertThat(cache.complaint()).isEmpty();
    }
    assertThat(Files.exists(directory.resolve("cache.damaged"))).isFalse();
  }

  private static Process start(String mode, Path file, String... more) throws IOException {
    return new ProcessBuilder(command(mode, file, more))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<String> command(String mode, Path file, String... more) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                DiskProgram.class.getName(),
                mode,
                file.toString()));
    command.addAll(List.of(more));
    return command;
  }

  private static void awaitReady(Process process, List<String> complaints) throws IOException {
    var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals("ready")) {
        return;
      }
      complaints.add(line);
    }
    throw new IOException("the process ended: " + complaints);
  }
}
