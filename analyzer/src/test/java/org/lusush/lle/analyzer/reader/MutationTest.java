// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.TestRecordings;
import org.lusush.lle.analyzer.model.ReadOutcome;

/**
 * Reads recordings that were damaged at random, always in the same way: whatever it is, there is an
 * outcome in time, and chunks that nobody touched are counted. {@code -Dlle.mutations=10000} has it
 * take longer.
 */
final class MutationTest {

  private static final int MUTATIONS = Integer.getInteger("lle.mutations", 150);

  /** Nobody waits so long; a parser that hangs would. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final int LAST_KEYSTROKES = 9;

  @TempDir static Path recordings;
  @TempDir Path directory;

  private static byte[] damagedOne;
  private static byte[] intact;

  @BeforeAll
  static void record() throws IOException {
    damagedOne = Files.readAllBytes(TestRecordings.typing(recordings.resolve("1.jfr"), 40));
    intact =
        Files.readAllBytes(TestRecordings.typing(recordings.resolve("2.jfr"), LAST_KEYSTROKES));
  }

  /** A way to damage a chunk. */
  @FunctionalInterface
  private interface Mutation {
    byte[] of(byte[] chunk, Random random);
  }

  private static final List<Mutation> MUTATIONS_OF_A_CHUNK =
      List.of(
          MutationTest::flipBits,
          MutationTest::overwrite,
          MutationTest::cutOut,
          MutationTest::repeat,
          MutationTest::absurdHeader,
          MutationTest::absurdSizes,
          MutationTest::cyclicPools,
          MutationTest::hugeTexts,
          MutationTest::swapParts,
          MutationTest::damagedMetadata);

  private static byte[] flipBits(byte[] chunk, Random random) {
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      chunk[random.nextInt(chunk.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return chunk;
  }

  private static byte[] overwrite(byte[] chunk, Random random) {
    int from = random.nextInt(chunk.length);
    int to = Math.min(chunk.length, from + 1 + random.nextInt(2_000));
    for (int i = from; i < to; i++) {
      chunk[i] = (byte) random.nextInt();
    }
    return chunk;
  }

  private static byte[] cutOut(byte[] chunk, Random random) {
    int from = random.nextInt(chunk.length);
    int to = Math.min(chunk.length, from + 1 + random.nextInt(5_000));
    byte[] rest = Arrays.copyOf(chunk, chunk.length - (to - from));
    System.arraycopy(chunk, to, rest, from, chunk.length - to);
    return rest;
  }

  private static byte[] repeat(byte[] chunk, Random random) {
    int from = random.nextInt(chunk.length);
    int length = Math.min(chunk.length - from, 1 + random.nextInt(5_000));
    byte[] longer = Arrays.copyOf(chunk, chunk.length + length);
    System.arraycopy(chunk, from, longer, from + length, chunk.length - from);
    return longer;
  }

  private static byte[] absurdHeader(byte[] chunk, Random random) {
    long[] numbers = {0, 1, -1, 68, Long.MAX_VALUE, Long.MIN_VALUE, random.nextLong(), 1L << 40};
    ByteBuffer.wrap(chunk)
        .putLong(8 + 8 * random.nextInt(7), numbers[random.nextInt(numbers.length)]);
    if (random.nextBoolean()) {
      chunk[64] = (byte) random.nextInt();
    }
    return chunk;
  }

  /** Puts the largest numbers that there are where sizes and counts may be. */
  private static byte[] absurdSizes(byte[] chunk, Random random) {
    int at = 68 + random.nextInt(chunk.length - 80);
    Arrays.fill(chunk, at, at + 1 + random.nextInt(9), (byte) 0xFF);
    return chunk;
  }

  private static byte[] cyclicPools(byte[] chunk, Random random) {
    long checkpoint = ByteBuffer.wrap(chunk).getLong(16);
    int at = (int) checkpoint + random.nextInt(24);
    chunk[Math.min(chunk.length - 1, at)] = (byte) random.nextInt(4);
    return chunk;
  }

  /** A text whose length is that of a gigabyte: four bytes with their high bits set, then 4. */
  private static byte[] hugeTexts(byte[] chunk, Random random) {
    for (int tries = 0; tries < 2_000; tries++) {
      int at = 68 + random.nextInt(chunk.length - 80);
      if (chunk[at] == 3 || chunk[at] == 4) {
        Arrays.fill(chunk, at + 1, at + 5, (byte) 0x80);
        chunk[at + 5] = 4;
        return chunk;
      }
    }
    return chunk;
  }

  private static byte[] swapParts(byte[] chunk, Random random) {
    int length = 1 + random.nextInt(chunk.length / 4);
    int left = random.nextInt(chunk.length - length);
    int right = random.nextInt(chunk.length - length);
    byte[] original = chunk.clone();
    System.arraycopy(original, left, chunk, right, length);
    System.arraycopy(original, right, chunk, left, length);
    return chunk;
  }

  private static byte[] damagedMetadata(byte[] chunk, Random random) {
    int at = (int) ByteBuffer.wrap(chunk).getLong(24);
    for (int i = 0; i < 6; i++) {
      chunk[at + 8 + random.nextInt(chunk.length - at - 8)] = (byte) random.nextInt(64);
    }
    return chunk;
  }

  private ReadOutcome read(List<byte[]> parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.write(part);
    }
    Path file = Files.write(directory.resolve("file.jfr"), bytes.toByteArray());
    return Assertions.assertTimeoutPreemptively(LIMIT, () -> RecordingReader.readOne(file));
  }

  @Test
  void read_anyDamage_hasAnOutcomeAndCountsWhatIsIntact() throws IOException {
    var random = new Random(7);
    for (int round = 0; round < MUTATIONS; round++) {
      Mutation mutation = MUTATIONS_OF_A_CHUNK.get(round % MUTATIONS_OF_A_CHUNK.size());
      byte[] mutant = mutation.of(damagedOne.clone(), random);
      boolean intactFirst = random.nextBoolean();
      List<byte[]> parts = new ArrayList<>(List.of(mutant));
      parts.add(intactFirst ? 0 : 1, intact);

      ReadOutcome outcome = read(parts);

      assertThat(outcome).as("round %d", round).isInstanceOf(ReadOutcome.Success.class);
      long counted =
          ((ReadOutcome.Success) outcome).recording().contents().keystrokes().latency().count();
      assertThat(counted).as("round %d", round).isGreaterThanOrEqualTo(LAST_KEYSTROKES);
    }
  }

  @Test
  void read_cutAnywhere_hasAnOutcome() throws IOException {
    var random = new Random(8);
    for (int round = 0; round < MUTATIONS / 5; round++) {
      int length = random.nextInt(damagedOne.length);

      ReadOutcome outcome = read(List.of(intact, Arrays.copyOf(damagedOne, length)));

      assertThat(outcome).as("round %d", round).isInstanceOf(ReadOutcome.Success.class);
    }
  }
}
