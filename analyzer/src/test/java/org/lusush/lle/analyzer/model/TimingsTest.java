// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TimingsTest {

  private static Timing timing(Origin origin, String operation, long... nanos) {
    Latency latency = Latency.of(nanos);
    var totals = new Totals(latency.count(), 0, latency.totalNanos());
    return new Timing(operation, origin, totals, latency.totalNanos(), latency);
  }

  private static Timings events(Timing... operations) {
    return new Timings(List.of(operations), Timings.NONE.keystrokes());
  }

  @Test
  void withOperationsOf_moreInHistograms_takesThoseOnly() {
    Timings events = events(timing(Origin.EVENTS, "a", 5, 6), timing(Origin.EVENTS, "b", 1, 2, 3));

    Timings better =
        events.withOperationsOf(
            List.of(
                timing(Origin.HISTOGRAMS, "a", 4, 5, 6),
                timing(Origin.HISTOGRAMS, "b", 1, 2, 3),
                timing(Origin.HISTOGRAMS, "c", 9),
                timing(Origin.HISTOGRAMS, Timing.KEYSTROKE, 20)));

    assertThat(better.operations())
        .extracting(Timing::operation, Timing::origin, Timing::count)
        .containsExactly(
            tuple("a", Origin.HISTOGRAMS, 3L),
            tuple("b", Origin.EVENTS, 3L),
            tuple("c", Origin.HISTOGRAMS, 1L));
    assertThat(better.keystrokes().count()).isZero();
  }

  @Test
  void plus_eventsAndHistograms_isOfTheCoarser() {
    Timings sum =
        events(timing(Origin.EVENTS, "a", 5)).plus(events(timing(Origin.HISTOGRAMS, "a", 7)));

    assertThat(sum.operations()).extracting(Timing::origin).containsExactly(Origin.HISTOGRAMS);
    assertThat(sum.operations().get(0).totals()).isEqualTo(new Totals(2, 0, 12));
  }

  @Test
  void plus_nothing_keepsTheOrigin() {
    Timing nothing = timing(Origin.HISTOGRAMS, "a");
    Timing event = timing(Origin.EVENTS, "a", 7);

    assertThat(event.plus(nothing).origin()).isEqualTo(Origin.EVENTS);
    assertThat(nothing.plus(event).origin()).isEqualTo(Origin.EVENTS);
  }

  @Test
  void plus_manyTypes_areBounded() {
    Timings sum = Timings.NONE;
    for (int i = 0; i < 500; i++) {
      sum = sum.plus(events(timing(Origin.HISTOGRAMS, "type " + i, 1)));
    }

    assertThat(sum.operations()).hasSizeLessThanOrEqualTo(OperationGroup.MAX_TYPES + 1);
    assertThat(sum.operations().stream().mapToLong(Timing::count).sum()).isEqualTo(500);
  }
}
