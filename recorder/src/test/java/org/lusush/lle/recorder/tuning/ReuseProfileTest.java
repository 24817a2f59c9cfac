// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sampled curve beside the exact one. */
final class ReuseProfileTest {

  static Stream<Arguments> traces() {
    return Stream.of(
        Arguments.of("zipf", Traces.zipf(1, 2_000, 1.0, 60_000)),
        Arguments.of("flat zipf", Traces.zipf(2, 1_000, 0.6, 60_000)),
        Arguments.of("loop", Traces.loop(300, 60_000)),
        Arguments.of("scan", Traces.scan(60_000)),
        Arguments.of("zipf with scans", Traces.zipfWithScans(3, 500, 60_000)),
        Arguments.of("shell", Traces.shell(4, 60_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("traces")
  void curve_keysThatAllFit_isThatOfExactLru(String name, long[] trace) {
    var error = errors(trace, 800);

    // The fading weighs the end of the trace more than the exact count does.
    assertThat(error.max()).as("max").isLessThan(0.03);
    assertThat(error.mean()).as("mean").isLessThan(0.015);
  }

  @Test
  void curve_moreKeysThanAreFollowed_isNearExactLru() {
    var profile = new ReuseProfile(20_000);
    var trace = Traces.zipf(5, 20_000, 0.9, 400_000);
    feed(profile, trace);

    assertThat(profile.rate()).isLessThan(0.5);
    var curve = profile.curve();
    var exact = ExactLru.of(trace, 200_000);
    var errors =
        IntStream.of(10, 50, 100, 500, 1_000, 2_000, 5_000, 10_000)
            .mapToDouble(size -> Math.abs(curve.hitRate(size) - exact.hitRate(size)))
            .toArray();
    assertThat(Arrays.stream(errors).max().orElseThrow()).isLessThan(0.08);
    assertThat(Arrays.stream(errors).average().orElseThrow()).isLessThan(0.04);
  }

  @Test
  void curve_newPhase_forgetsTheOld() {
    var profile = new ReuseProfile(2_000);
    feed(profile, Traces.loop(1_000, 30_000));

    feed(profile, Traces.loop(20, 100_000));

    assertThat(profile.curve().hitRate(20)).isGreaterThan(0.99);
  }

  @Test
  void forgotten_key_comesForTheFirstTimeAgain() {
    var profile = new ReuseProfile(100);
    feed(profile, Traces.loop(10, 60_000));
    for (int i = 0; i < 60_000; i++) {
      long hash = hash(i % 10);
      profile.accessed(hash);
      profile.forgotten(hash);
    }

    assertThat(profile.curve().ceiling()).isLessThan(0.05);
    profile.allForgotten();
    feed(profile, Traces.loop(10, 60_000));
    assertThat(profile.curve().hitRate(10)).isCloseTo(1, within(0.05));
    assertThat(profile.curve().hitRate(9)).isLessThan(0.05);
  }

  @Test
  void curve_firstEpoch_doesNotCountWhatItMeetsFirst() {
    var profile = new ReuseProfile(1_000);

    feed(profile, Traces.loop(200, 1_000));

    assertThat(profile.curve().hitRate(200)).isEqualTo(1);
  }

  @Test
  void probe_ofASize_isTheCurveThere() {
    var trace = Traces.zipf(6, 500, 1.0, 60_000);
    var profile = new ReuseProfile(600);
    feed(profile, Arrays.copyOf(trace, 10_000));

    var probe = profile.probe(50);
    var control = profile.control(100);
    feed(profile, Arrays.copyOfRange(trace, 10_000, 60_000));

    var exact = ExactLru.of(trace, 10_000);
    assertThat(probe.hitRate()).isCloseTo(exact.hitRate(50), within(0.001));
    assertThat(control.hitRate()).isCloseTo(exact.hitRate(100), within(0.001));
  }

  @Test
  void bucket_anyPosition_iswithinHalfAPercentOfIt() {
    for (long position = 1; position < 1 << 26; position += 1 + position / 50) {
      int bucket = Distances.bucket(position);

      assertThat(Distances.greatest(bucket)).isBetween(position, position + position / 500);
      assertThat(Distances.greatest(bucket - 1)).isLessThan(position);
    }
  }

  private record Errors(double max, double mean) {}

  private static Errors errors(long[] trace, int sizes) {
    var profile = new ReuseProfile(sizes + sizes / 4);
    feed(profile, trace);
    var curve = profile.curve();
    var exact = ExactLru.of(trace, trace.length / 2);
    var errors =
        IntStream.rangeClosed(1, sizes)
            .mapToDouble(size -> Math.abs(curve.hitRate(size) - exact.hitRate(size)))
            .summaryStatistics();
    return new Errors(errors.getMax(), errors.getAverage());
  }

  static void feed(ReuseProfile profile, long[] trace) {
    for (long key : trace) {
      profile.accessed(hash(key));
    }
  }

  private static long hash(long key) {
    var log = new AccessLog();
    var hash = new long[1];
    log.accessed(key);
    log.drain(
        new AccessLog.Reader() {
          @Override
          public void accessed(long mixed) {
            hash[0] = mixed;
          }

          @Override
          public void forgotten(long mixed) {}

          @Override
          public void allForgotten() {}
        });
    return hash[0];
  }
}
