// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.analyzer.TestRecordings;

final class IntervalHistogramsTest {

  private static Histogram histogram(int digits) {
    var random = new Random(3);
    var histogram = new Histogram(digits);
    random.longs(500, 1, 50_000_000).forEach(histogram::recordValue);
    return histogram;
  }

  /** Returns a compressed histogram of this header, and zeros enough to inflate to a bomb. */
  private static String withHeader(int digits, long highest, int zeros) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(40);
    header.putInt(0x1c849313).putInt(zeros).putInt(0).putInt(digits);
    header.putLong(1).putLong(highest).putDouble(1);
    var deflated = new ByteArrayOutputStream();
    deflated.write(ByteBuffer.allocate(8).putInt(0x1c849314).putInt(100).array());
    try (var out = new DeflaterOutputStream(deflated)) {
      out.write(header.array());
      out.write(new byte[zeros]);
    }
    return Base64.getEncoder().encodeToString(deflated.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void decode_recordersHistogram_isEqual(int digits) {
    Histogram histogram = histogram(digits);

    assertThat(IntervalHistograms.decode(TestRecordings.encoded(histogram))).hasValue(histogram);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "no base64!", "AAAA", "AAAAAAAAAAAAAAAA", "HISTFAAAAAA="})
  void decode_otherText_isNothing(String text) {
    assertThat(IntervalHistograms.decode(text)).isEmpty();
  }

  @Test
  void decode_longestDurations_addUp() {
    var longest = new Histogram(3);
    longest.recordValueWithCount(Long.MAX_VALUE, Long.MAX_VALUE / 4);
    var sum = new Histogram(2);
    var recorder = new LatencyRecorder();

    IntervalHistograms.decode(TestRecordings.encoded(longest)).ifPresent(sum::add);
    recorder.add(sum, Long.MAX_VALUE);

    assertThat(recorder.toLatency().count()).isEqualTo(Long.MAX_VALUE / 4);
    assertThat(recorder.toLatency().totalNanos()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void decode_tooLong_isNothing() {
    String text = "A".repeat(IntervalHistograms.MAX_CHARACTERS + 4);

    assertThat(IntervalHistograms.decode(text)).isEmpty();
  }

  @Test
  void decode_bombs_areNothing() throws IOException {
    assertThat(IntervalHistograms.decode(withHeader(2, 1 << 20, 100_000_000))).isEmpty();
    assertThat(IntervalHistograms.decode(withHeader(5, Long.MAX_VALUE, 10))).isEmpty();
    assertThat(IntervalHistograms.decode(withHeader(2, -1, 10))).isEmpty();
  }

  @Test
  void decode_cutAnywhere_isNothing() {
    String text = TestRecordings.encoded(histogram(2));

    for (int length = 0; length < text.length() - 8; length += 4) {
      assertThat(IntervalHistograms.decode(text.substring(0, length))).isEmpty();
    }
  }

  @Test
  void decode_randomDamage_neverThrows() {
    var random = new Random(11);
    byte[] good = Base64.getDecoder().decode(TestRecordings.encoded(histogram(2)));

    for (int i = 0; i < 5_000; i++) {
      byte[] damaged = good.clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      String text = Base64.getEncoder().encodeToString(damaged);
      assertThatCode(() -> IntervalHistograms.decode(text)).doesNotThrowAnyException();
    }
  }

  @Test
  void decode_damagedHeaderAndCounts_neverThrows() throws IOException {
    var random = new Random(12);

    for (int i = 0; i < 5_000; i++) {
      byte[] payload = new byte[random.nextInt(60)];
      random.nextBytes(payload);
      ByteBuffer header = ByteBuffer.allocate(40);
      header.putInt(0x1c849303 | random.nextInt(16) << 4).putInt(payload.length).putInt(0);
      header.putInt(random.nextInt(-1, 5)).putLong(random.nextInt(-1, 9));
      header.putLong(random.nextLong() >> random.nextInt(64)).putDouble(1);
      var bytes = new ByteArrayOutputStream();
      bytes.write(ByteBuffer.allocate(8).putInt(0x1c849314).putInt(100).array());
      try (var out = new DeflaterOutputStream(bytes)) {
        out.write(header.array());
        out.write(payload);
      }
      String text = Base64.getEncoder().encodeToString(bytes.toByteArray());
      var sum = new Histogram(2);
      assertThatCode(() -> IntervalHistograms.decode(text).ifPresent(sum::add))
          .doesNotThrowAnyException();
      assertThatCode(() -> new LatencyRecorder().add(sum, 1)).doesNotThrowAnyException();
    }
  }
}
