// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Forecasts, and how far they are said to have been off. */
final class ForecasterTest {

  private static final long SECOND = 1_000_000_000;
  private static final Duration TEN = Duration.ofSeconds(10);

  @Test
  void forecasts_ofAConstant_areTheConstantWithoutError() {
    var forecast = after(100, second -> 5).forecasts().get(0);

    assertThat(forecast.predicted()).isCloseTo(5, within(1e-9));
    assertThat(forecast.error()).isCloseTo(0, within(1e-9));
    assertThat(forecast.persistenceError()).isZero();
    assertThat(forecast.forecasts()).isEqualTo(90);
    assertThat(forecast.beatsPersistence()).isFalse();
  }

  @Test
  void forecasts_ofASteadyRise_beatPersistence() {
    var forecast = after(600, second -> 3.0 * second).forecasts().get(0);

    assertThat(forecast.persistenceError()).isCloseTo(30, within(1e-6));
    assertThat(forecast.error()).isLessThan(20);
    assertThat(forecast.beatsPersistence()).isTrue();
    assertThat(forecast.predicted()).isGreaterThan(forecast.current());
  }

  @Test
  void forecasts_ofNoiseAroundALevel_beatPersistence() {
    var random = new Random(1);
    var forecast = after(2000, second -> 100 + 10 * random.nextGaussian()).forecasts().get(0);

    assertThat(forecast.beatsPersistence()).isTrue();
  }

  @Test
  void forecasts_ofARandomWalk_sayThatTheyAreNotBetter() {
    var random = new Random(1);
    var walk = new double[] {1_000_000};
    var forecast = after(5000, second -> walk[0] += random.nextGaussian()).forecasts().get(0);

    assertThat(forecast.error()).isGreaterThan(forecast.persistenceError());
    assertThat(forecast.beatsPersistence()).isFalse();
  }

  @Test
  void forecasts_errors_areThoseOfAPlainComputation() {
    var values = new double[40];
    var forecaster = new Forecaster("test", Double.MAX_VALUE, TEN);
    var predictions = new double[40];
    var random = new Random(7);
    for (int second = 0; second < 40; second++) {
      values[second] = random.nextInt(100);
      forecaster.add(values[second], second * SECOND);
      predictions[second] = forecaster.forecasts().get(0).predicted();
    }

    double error = 0;
    double persistence = 0;
    for (int second = 10; second < 40; second++) {
      error += Math.abs(values[second] - predictions[second - 10]) / 30;
      persistence += Math.abs(values[second] - values[second - 10]) / 30;
    }
    var forecast = forecaster.forecasts().get(0);
    assertThat(forecast.forecasts()).isEqualTo(30);
    assertThat(forecast.error()).isCloseTo(error, within(1e-9));
    assertThat(forecast.persistenceError()).isCloseTo(persistence, within(1e-9));
  }

  @Test
  void forecasts_outOfBounds_areBounded() {
    var falling = after(20, second -> Math.max(0, 100 - 10.0 * second)).forecasts().get(0);
    var share = new Forecaster("share", 1, TEN);
    for (int second = 0; second < 20; second++) {
      share.add(second / 20.0, second * SECOND);
    }

    assertThat(falling.predicted()).isNotNegative();
    assertThat(share.forecasts().get(0).predicted()).isLessThanOrEqualTo(1);
  }

  @Test
  void add_afterALongSleep_doesNotCountWhatNobodyLookedAtInTime() {
    var forecaster = after(15, second -> 5);

    forecaster.add(1000, 3600 * SECOND);

    assertThat(forecaster.forecasts().get(0).forecasts()).isEqualTo(5);
    assertThat(forecaster.forecasts().get(0).error()).isZero();
  }

  @Test
  void add_unknown_isLeftOut() {
    var forecaster = new Forecaster("test", 1, TEN);

    forecaster.add(-1, SECOND);

    assertThat(forecaster.forecasts()).isEmpty();
  }

  private static Forecaster after(int seconds, IntToDoubleFunction values) {
    var forecaster = new Forecaster("test", Double.MAX_VALUE, TEN);
    for (int second = 0; second < seconds; second++) {
      forecaster.add(values.applyAsDouble(second), second * SECOND);
    }
    return forecaster;
  }
}
