// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The choice of a policy, by keys of which the cache hits what its policy's shadow would. */
final class PolicyChooserTest {

  private static final int SIZE = 50;

  private final List<PolicyChange> changes = new ArrayList<>();
  private final PolicyChooser chooser =
      new PolicyChooser(EvictionPolicy.LRU_SCAN, SIZE, changes::add);
  private final Shadow lru = Shadow.of(EvictionPolicy.LRU, SIZE);
  private final Shadow scanning = Shadow.of(EvictionPolicy.LRU_SCAN, SIZE);
  private final Shadow tinyLfu = Shadow.of(EvictionPolicy.TINY_LFU, SIZE);
  private final Random random = new Random(11);
  private long key;

  @Test
  void accept_loopThatDoesNotFit_goesByFrequency() {
    for (int i = 0; i < 5_000; i++) {
      ask(i % 80);
    }

    assertThat(chooser.used()).isEqualTo(EvictionPolicy.TINY_LFU);
    assertThat(changes)
        .first()
        .satisfies(
            change -> {
              assertThat(change.from()).isEqualTo(EvictionPolicy.LRU_SCAN);
              assertThat(change.predicted()).isGreaterThan(change.before());
              assertThat(change.observed()).isNaN();
              assertThat(change.isBack()).isFalse();
            });
  }

  @Test
  void accept_everythingFits_staysAsItIs() {
    for (int i = 0; i < 5_000; i++) {
      ask(i % SIZE);
    }

    assertThat(changes).isEmpty();
  }

  @Test
  void accept_keysThatComeAgainSoonOrNever_goesByAge() {
    for (int i = 0; i < 20_000; i++) {
      ask(soonOrNever());
    }

    assertThat(chooser.used()).isNotEqualTo(EvictionPolicy.TINY_LFU);
  }

  @Test
  void accept_cacheHitsLessThanTheShadow_goesBack() {
    for (int i = 0; i < 5_000; i++) {
      ask(i % 80);
    }
    assertThat(chooser.used()).isEqualTo(EvictionPolicy.TINY_LFU);
    changes.clear();

    for (int i = 0; i < 3_000; i++) {
      chooser.accept(Notes.asked(i % 4, false));
    }

    assertThat(chooser.used()).isNotEqualTo(EvictionPolicy.TINY_LFU);
    assertThat(changes).isNotEmpty().allMatch(change -> change.observed() < 1);
  }

  @Test
  void accept_lostByFrequencyBefore_needsMoreEvidence() {
    int first = lookupsUntilFrequency();
    for (int i = 0; i < 400; i++) {
      chooser.accept(Notes.asked(1_000_000 + i % 4, false));
    }

    assertThat(lookupsUntilFrequency()).isGreaterThan(2 * first);
  }

  private int lookupsUntilFrequency() {
    for (int i = 0; i < 100_000; i++) {
      ask(i % 80);
      if (chooser.used() == EvictionPolicy.TINY_LFU) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  private long soonOrNever() {
    return random.nextBoolean() ? ++key : Math.max(0, key - random.nextInt(40));
  }

  /** Asks for a key that the cache has if its policy keeps it. */
  private void ask(long asked) {
    boolean byAge = lru.ask(asked);
    boolean byScan = scanning.ask(asked);
    boolean byFrequency = tinyLfu.ask(asked);
    chooser.accept(
        Notes.asked(
            asked,
            switch (chooser.used()) {
              case LRU -> byAge;
              case LRU_SCAN -> byScan;
              case TINY_LFU -> byFrequency;
            }));
  }
}
