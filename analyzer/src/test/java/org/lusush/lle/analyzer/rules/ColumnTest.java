// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmc.common.unit.UnitLookup;

final class ColumnTest {

  static Stream<List<Object>> values() {
    var mixed = new ArrayList<Object>();
    mixed.add(UnitLookup.NANOSECOND.quantity(3));
    mixed.add(UnitLookup.NANOSECOND.quantity(0.5));
    mixed.add(UnitLookup.MILLISECOND.quantity(1));
    mixed.add(null);
    mixed.add("text");
    mixed.add(7L);
    return Stream.of(
        IntStream.range(0, 40).<Object>mapToObj(UnitLookup.NANOSECOND::quantity).toList(),
        IntStream.range(0, 40)
            .<Object>mapToObj(i -> UnitLookup.PERCENT_UNITY.quantity(i / 7.0))
            .toList(),
        List.of(1L, 2L, Long.MIN_VALUE),
        List.of(true, false, true),
        List.of("a", "b", "a"),
        mixed);
  }

  @ParameterizedTest
  @MethodSource("values")
  void get_anyValues_returnsThem(List<Object> values) {
    var column = new Column();

    values.forEach(column::add);
    column.trim();

    for (int row = 0; row < values.size(); row++) {
      assertThat(column.get(row)).isEqualTo(values.get(row));
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void halve_anyValues_keepsEveryOther(List<Object> values) {
    for (int first : new int[] {0, 1}) {
      var column = new Column();
      values.forEach(column::add);

      column.halve(first);

      for (int row = first; row < values.size(); row += 2) {
        assertThat(column.get(row / 2)).isEqualTo(values.get(row));
      }
    }
  }
}
