// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What JVMs say of methods, added up. */
final class TimedMethodsTest {

  private static final long MISSING = Long.MIN_VALUE;

  private static TimedMethods of(long pid, TimedMethod... methods) {
    return TimedMethods.of(new TimedMethods.OfJvm(pid, 1_000, List.of(methods)));
  }

  @Test
  void plus_sameJvm_whatCountsMoreCallsIsAllThereIs() {
    var early = of(7, TimedMethod.of("a", 100, 5, 10, 80), TimedMethod.of("b", 3, 1, 1, 1));
    var late = of(7, TimedMethod.of("a", 150, 5, 20, 90));

    for (TimedMethods sum : List.of(early.plus(late), late.plus(early), late.plus(late))) {
      assertThat(sum.all().get(0)).isEqualTo(new TimedMethod("a", 150, 150, 3_000, 5, 90));
    }
    assertThat(early.plus(late).all()).extracting(TimedMethod::name).containsExactly("a", "b");
  }

  @Test
  void plus_anotherJvm_addsUp() {
    var sum =
        of(7, TimedMethod.of("a", 100, 5, 10, 80))
            .plus(of(8, TimedMethod.of("a", 300, 7, 30, 60)))
            .plus(of(7, TimedMethod.of("a", 100, 5, 10, 80)));

    assertThat(sum.all()).containsExactly(new TimedMethod("a", 400, 400, 10_000, 5, 80));
    assertThat(sum.all().get(0).meanNanos()).isEqualTo(25);
  }

  @Test
  void plus_sameNumberOfALaterProcess_isAnotherJvm() {
    var methods = List.of(TimedMethod.of("a", 2, 5, 10, 15));
    var first = TimedMethods.of(new TimedMethods.OfJvm(1, 1_000, methods));
    var second = TimedMethods.of(new TimedMethods.OfJvm(1, 2_000, methods));

    assertThat(first.plus(second).all()).containsExactly(new TimedMethod("a", 4, 4, 40, 5, 15));
  }

  @Test
  void plus_durationsMissing_areOfTheOthersOnly() {
    var never = TimedMethod.of("a", 0, MISSING, MISSING, MISSING);
    var tooFast = TimedMethod.of("a", 9, MISSING, MISSING, MISSING);
    var sum = of(1, never).plus(of(2, tooFast));

    assertThat(sum.all()).containsExactly(new TimedMethod("a", 9, 0, 0, 0, 0));
    assertThat(sum.all().get(0).isTimed()).isFalse();
    assertThat(sum.plus(of(3, TimedMethod.of("a", 10, 4, 5, 6))).all())
        .containsExactly(new TimedMethod("a", 19, 10, 50, 4, 6));
  }

  @Test
  void of_moreTimeThanALongHolds_isTheLargest() {
    var method = TimedMethod.of("a", Long.MAX_VALUE, 1, 1_000, 1_000);

    assertThat(method.plus(method).totalNanos()).isEqualTo(Long.MAX_VALUE);
    assertThat(method.plus(method).calls()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void plus_moreMethodsThanAreKept_thoseOfTheLeastTimeAreCounted() {
    TimedMethod[] many =
        IntStream.rangeClosed(1, TimedMethods.MAX_METHODS + 20)
            .mapToObj(i -> TimedMethod.of("m" + i, 1, i, i, i))
            .toArray(TimedMethod[]::new);
    var sum = of(1, many).plus(of(1, many)).plus(of(2, many[0]));

    assertThat(sum.all()).hasSize(TimedMethods.MAX_METHODS + 1);
    assertThat(sum.all().get(0).name()).isEqualTo("m1020");
    assertThat(sum.leftOut()).isEqualTo(20);
  }

  @Test
  void plus_moreJvmsThanThereIsRoomFor_eachKeepsFewer() {
    TimedMethods sum = of(0);
    for (int pid = 1; pid <= 100; pid++) {
      TimedMethod[] many =
          IntStream.rangeClosed(1, TimedMethods.MAX_METHODS)
              .mapToObj(i -> TimedMethod.of("m" + i, 1, i, i, i))
              .toArray(TimedMethod[]::new);
      sum = sum.plus(of(pid, many));
    }

    assertThat(sum.jvms().stream().mapToInt(jvm -> jvm.methods().size()).sum())
        .isLessThanOrEqualTo(50_000);
    assertThat(sum.all().get(0).calls()).isEqualTo(100);
    assertThat(sum.leftOut()).isGreaterThan(400);
  }
}
