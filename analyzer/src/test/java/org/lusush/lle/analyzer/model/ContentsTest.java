// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.model.cause.SlowSpans;
import org.lusush.lle.analyzer.model.upkeep.Upkeep;
import org.lusush.lle.events.OperationNames;

final class ContentsTest {

  private static Contents withNames(int from, int to) {
    List<OperationStats> names =
        IntStream.range(from, to)
            .mapToObj(i -> new OperationStats("n" + i, 1, 10, Latency.of(10)))
            .toList();
    var total =
        names.stream()
            .reduce(new OperationStats("custom", 0, 0, Latency.empty()), OperationStats::plus);
    return new Contents(
        Keystrokes.NONE,
        List.of(new OperationGroup(total, names)),
        List.of(),
        List.of(),
        List.of(),
        Garbage.NONE,
        Upkeep.NONE,
        SlowSpans.NONE);
  }

  @Test
  void plus_asManyNamesAsAreToldApart_keepsAll() {
    Contents sum = withNames(0, 600).plus(withNames(500, OperationNames.MAX_OF_A_TYPE));

    OperationGroup group = sum.operations().get(0);
    assertThat(group.byName())
        .hasSize(1_024)
        .extracting(OperationStats::name)
        .doesNotContain("(other)");
  }

  @Test
  void plus_oneNameMore_countsUnderOther() {
    Contents sum = withNames(0, 600).plus(withNames(500, OperationNames.MAX_OF_A_TYPE + 1));

    OperationGroup group = sum.operations().get(0);
    assertThat(group.byName()).hasSize(1_024 + 1);
    OperationStats last = group.byName().get(1_024);
    assertThat(last.name()).isEqualTo("(other)");
    assertThat(last.count()).isEqualTo(1);
    assertThat(group.total().count()).isEqualTo(1_125);
    assertThat(group.total().errors()).isEqualTo(1_125);
  }

  @Test
  void plus_sameCache_addsTierByTier() {
    var left = new CacheStats("c", Map.of("L1", 3L), 1, Latency.of(10));
    var right = new CacheStats("c", Map.of("L1", 2L, "L9", 4L), 0, Latency.of(20));

    CacheStats sum = left.plus(right);

    assertThat(sum.hitsByTier()).containsOnly(Map.entry("L1", 5L), Map.entry("L9", 4L));
    assertThat(sum.lookups()).isEqualTo(10);
    assertThat(sum.hitRate()).isEqualTo(0.9);
  }
}
