// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CourseTest {

  @Test
  void of_line_findsItsSlopeAndIsCertain() {
    var course = Course.of(points(i -> 100 + i), 20);

    assertThat(course.slope()).isCloseTo(10, within(1e-9));
    assertThat(course.start()).isCloseTo(104.5, within(1e-9));
    assertThat(course.end()).isCloseTo(294.5, within(1e-9));
    assertThat(course.growth()).isCloseTo(190 / 104.5, within(1e-9));
    assertThat(course.z()).isGreaterThan(5);
  }

  @Test
  void of_outliers_movesLittle() {
    var course = Course.of(points(i -> i % 10 == 0 ? 1e9 : 100), 20);

    assertThat(course.growth()).isZero();
    assertThat(course.z()).isZero();
  }

  @Test
  void of_fall_isNegative() {
    assertThat(Course.of(points(i -> 1_000 - i), 20).growth()).isNegative();
    assertThat(Course.of(points(i -> 1_000 - i), 20).z()).isLessThan(-5);
  }

  @Test
  void of_zeros_growsByNothing() {
    assertThat(Course.of(points(i -> 0), 20).growth()).isZero();
  }

  private static List<Course.Point> points(IntToDoubleFunction values) {
    return IntStream.range(0, 200)
        .mapToObj(i -> new Course.Point(200 - i, values.applyAsDouble(199 - i)))
        .toList();
  }
}
