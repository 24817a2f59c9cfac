// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

final class OldestTest {

  private final ConcurrentHashMap<Integer, Entry<String>> entries = new ConcurrentHashMap<>();
  private final Oldest<Integer, String> oldest = new Oldest<>(entries);

  @Test
  void take_nothingThere_isNull() {
    assertThat(oldest.take(10, 1)).isNull();
  }

  @Test
  void take_oneByOne_givesUpWhatAListInOrderWould() {
    var model = new LinkedHashMap<Integer, Long>(16, 0.75f, true);
    var random = new Random(5);
    for (long now = 1; now <= 20_000; now++) {
      int key = (int) (400 * random.nextDouble() * random.nextDouble());
      if (model.get(key) == null && model.size() == 120) {
        Iterator<Integer> keys = model.keySet().iterator();
        assertThat(remove(1, now)).isEqualTo(keys.next());
        keys.remove();
      }
      model.put(key, now);
      entries.computeIfAbsent(key, OldestTest::entry).touch(now);
    }
  }

  @Test
  void take_withADepth_givesUpWhatIsAskedForLeastOftenForItsAge() {
    entries.put(1, entry(1));
    entries.put(2, entry(2));
    entries.put(3, entry(3));
    entries.get(1).touch(1, 100);
    entries.get(2).touch(2, 1);
    entries.get(3).touch(3, 5);

    assertThat(remove(10, 4)).isEqualTo(2);
    assertThat(remove(10, 4)).isEqualTo(3);
    assertThat(remove(10, 4)).isEqualTo(1);
  }

  @Test
  void take_entryThatLeft_isPassedOver() {
    for (int key = 0; key < 100; key++) {
      entries.put(key, entry(key));
      entries.get(key).touch(key);
    }
    assertThat(remove(1, 100)).isZero();

    requireNonNull(entries.remove(1)).leave();

    assertThat(remove(1, 100)).isEqualTo(2);
  }

  private int remove(int depth, long now) {
    var victim = requireNonNull(oldest.take(depth, now));
    requireNonNull(entries.remove(victim.key())).leave();
    return victim.key();
  }

  private static Entry<String> entry(Integer key) {
    return new Entry<>("value " + key, 0, Entry.NEVER, 0, false);
  }
}
