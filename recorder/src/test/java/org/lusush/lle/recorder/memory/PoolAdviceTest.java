// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lusush.lle.events.PoolKind;
import org.lusush.lle.events.Recommendation;

/** What is advised, and why. */
final class PoolAdviceTest {

  private static final AllocationCost NEW_WINS = new AllocationCost(256, 512, 17.04, 21.5, false);
  private static final AllocationCost POOL_WINS = new AllocationCost(4096, 4096, 263, 40, false);

  @Test
  void ofArrays_whereNewIsCheaper_saysSoWithBothFigures() {
    var advice = PoolAdvice.ofArrays(pool(64, 1000, 990, 0, 3), 1000, NEW_WINS);

    assertThat(advice.recommendation()).isEqualTo(Recommendation.DO_NOT_POOL);
    assertThat(advice.evidence())
        .isEqualTo("new byte[256] 17.0 ns, 512 bytes taken, wiped and returned 21.5 ns");
  }

  @Test
  void ofArrays_wherePoolingPays_judgesTheCapacity() {
    var advice = PoolAdvice.ofArrays(pool(8, 1000, 900, 0, 3), 1000, POOL_WINS);

    assertThat(advice.recommendation()).isEqualTo(Recommendation.KEEP);
    assertThat(advice.evidence())
        .isEqualTo(
            "new byte[4096] 263.0 ns, 4096 bytes taken, wiped and returned 40.0 ns; "
                + "90.0 % of 1000 takes reused, 0 of 1000 returns given up, "
                + "at most 3 on loan by a thread, room for 8");
  }

  @Test
  void ofArrays_notMeasuredOrSeldom_isKept() {
    var pool = pool(8, 1000, 900, 0, 3);

    assertThat(PoolAdvice.ofArrays(pool, 1000, null).recommendation())
        .isEqualTo(Recommendation.KEEP);
    assertThat(PoolAdvice.ofArrays(pool, 99, NEW_WINS).recommendation())
        .isEqualTo(Recommendation.KEEP);
    assertThat(PoolAdvice.ofArrays(pool, 100, NEW_WINS).recommendation())
        .isEqualTo(Recommendation.DO_NOT_POOL);
  }

  @Test
  void ofUnpooled_byWhatIsCheaper_isPooledOrNot() {
    assertThat(PoolAdvice.ofUnpooled(1000, POOL_WINS).recommendation())
        .isEqualTo(Recommendation.POOL);
    assertThat(PoolAdvice.ofUnpooled(1000, NEW_WINS).recommendation())
        .isEqualTo(Recommendation.DO_NOT_POOL);
    assertThat(PoolAdvice.ofUnpooled(1000, null).recommendation()).isEqualTo(Recommendation.KEEP);
  }

  @Test
  void of_wherePoolingPaysOnAFreshHeapOnly_advisesNothingYet() {
    var fresh = new AllocationCost(256, 512, 87, 29, true);

    assertThat(PoolAdvice.ofArrays(pool(64, 1000, 990, 0, 3), 1000, fresh).recommendation())
        .isEqualTo(Recommendation.KEEP);
    var advice = PoolAdvice.ofUnpooled(1000, fresh);
    assertThat(advice.recommendation()).isEqualTo(Recommendation.KEEP);
    assertThat(advice.evidence())
        .startsWith("new byte[256] 87.0 ns on a heap that was seldom collected, 512 bytes");
    assertThat(
            PoolAdvice.ofUnpooled(1000, new AllocationCost(256, 512, 28, 29, true))
                .recommendation())
        .as("new ones only become cheaper")
        .isEqualTo(Recommendation.DO_NOT_POOL);
  }

  @Test
  void ofObjects_withoutRoomForWhatIsReturned_growsToWhatWasOnLoan() {
    var advice = PoolAdvice.ofObjects(pool(8, 1000, 500, 200, 24));

    assertThat(advice.recommendation()).isEqualTo(Recommendation.GROW);
    assertThat(advice.capacity()).isEqualTo(24);
  }

  @Test
  void ofObjects_withRoomForMoreThanFourTimesWhatWasOnLoan_shrinks() {
    assertThat(PoolAdvice.ofObjects(pool(13, 1000, 900, 0, 3)))
        .extracting(PoolAdvice::recommendation, PoolAdvice::capacity)
        .containsExactly(Recommendation.SHRINK, 6);
    assertThat(PoolAdvice.ofObjects(pool(12, 1000, 900, 0, 3)).recommendation())
        .isEqualTo(Recommendation.KEEP);
    assertThat(PoolAdvice.ofObjects(pool(4, 1000, 900, 0, 0)).recommendation())
        .isEqualTo(Recommendation.KEEP);
  }

  private static PoolStatistics pool(
      int capacity, long takes, long reused, long dropped, long peak) {
    return new PoolStatistics(
        "test",
        PoolKind.BUFFER,
        capacity,
        512,
        reused,
        takes - reused,
        takes,
        dropped,
        0,
        0,
        0,
        0,
        peak,
        peak,
        0,
        512 * takes);
  }
}
