// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.TestModels;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.timeline.LatencyRows;
import org.lusush.lle.analyzer.model.tree.Place;
import org.lusush.lle.analyzer.model.tree.SlowPlaces;
import org.lusush.lle.events.Targets;

final class SlowSpotsTest {

  private static final Targets TARGETS = Targets.defaults();

  @Test
  void of_recording_ranksWhatSlowKeystrokesDidBeforeWhatAllDid() {
    SlowPlaces places = SlowSpots.of(TestModels.recording(TestModels.trees()), TARGETS);

    assertThat(places.fromNanos()).isLessThanOrEqualTo(20_000_000).isGreaterThan(10_000_000);
    assertThat(places.operations())
        .extracting(Place::name)
        .startsWith("completion search: FileCompleter", "cache lookup: names", "expand-or-complete")
        .contains("syntax highlight");
    Place search = places.operations().get(0);
    assertThat(search.slowSelfNanos()).isEqualTo(56_000_000);
    assertThat(search.slowTotalNanos()).isEqualTo(58_000_000);
    assertThat(search.slowShare()).isCloseTo(56.0 / 60, within(1e-9));
    assertThat(search.totalNanos()).isEqualTo(58_000_000);
    assertThat(places.operations().stream().filter(p -> p.name().equals("syntax highlight")))
        .singleElement()
        .satisfies(
            highlight -> {
              assertThat(highlight.selfNanos()).isEqualTo(900_000_000);
              assertThat(highlight.slowSelfNanos()).isZero();
            });
  }

  @Test
  void of_methodThatCallsItself_countsItsTotalOnce() {
    SlowPlaces places = SlowSpots.of(TestModels.recording(TestModels.trees()), TARGETS);

    assertThat(places.frames())
        .filteredOn(place -> place.name().equals("com.acme.Catalog.walk"))
        .singleElement()
        .satisfies(
            walk -> {
              assertThat(walk.slowSelfNanos()).isEqualTo(30_000_000);
              assertThat(walk.slowTotalNanos()).isEqualTo(50_000_000);
            });
  }

  @Test
  void of_recordingWithoutKeystrokes_isEmpty() {
    SlowPlaces places = SlowSpots.of(TestModels.without(Contents.NONE), TARGETS);

    assertThat(List.of(places.operations(), places.frames())).containsOnly(List.of());
    assertThat(places.row()).isBetween(0, LatencyRows.COUNT - 1);
  }
}
