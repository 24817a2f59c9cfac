// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Chooses by what a cache gives up entries: by what would have hit.
 *
 * <p>Shadows of every policy are asked for the same keys. One that is not used takes over once it
 * leads by enough hits since it was behind last (CUSUM; Page, 1954): by more than chance, and more
 * than a change costs. What has to be made up for is not left to a shadow: W-TinyLFU is judged by
 * what the cache really hits while it is used, and what it lost against LRU, it has to lead by
 * before it is used again. Of one thread at a time.
 */
final class PolicyChooser implements LongConsumer {

  /** Hits by which another one has to lead, at the least. */
  private static final int FEWEST = 16;

  /** Standard deviations by which it has to lead: chance alone is no reason. */
  private static final int CERTAINTY = 3;

  /** The part of what W-TinyLFU has gained that it may lose again: chance, over a long time. */
  private static final int RISKED = 4;

  /** Fills of the cache after which W-TinyLFU has nothing to do any more with what it hits. */
  private static final int FILLS = 4;

  private final Map<EvictionPolicy, Rival> rivals = new EnumMap<>(EvictionPolicy.class);
  private final PolicyListener listener;
  private final int size;
  private EvictionPolicy used;
  private @Nullable Stay stay;

  /** Lookups left for which what is hit may still come of W-TinyLFU. */
  private long aftermath;

  /** A policy, and how it does. */
  private static final class Rival {
    final EvictionPolicy policy;
    final Shadow shadow;
    boolean isHit;

    /** Since it was behind the used one last: by how much it leads, and of how many lookups. */
    int lead;

    int differing;
    int lookups;
    int hits;

    /** What W-TinyLFU has really hit less. */
    int debt;

    /** What the cache has really hit more since W-TinyLFU was taken. */
    long gained;

    Rival(EvictionPolicy policy, int size) {
      this.policy = policy;
      shadow = Shadow.of(policy, size);
    }

    void compare(boolean isUsedHit) {
      lookups++;
      hits += isHit ? 1 : 0;
      if (isHit != isUsedHit) {
        lead += isHit ? 1 : -1;
        differing++;
      }
      if (lead <= 0) {
        restart();
      }
    }

    void restart() {
      lead = 0;
      differing = 0;
      lookups = 0;
      hits = 0;
    }

    /** Keeps account of what W-TinyLFU brought. */
    void settle(boolean isReallyHit) {
      int lost = (isHit ? 1 : 0) - (isReallyHit ? 1 : 0);
      debt = Math.max(0, debt + lost);
      gained -= lost;
    }
  }

  /** The time since the last change. */
  private static final class Stay {
    final EvictionPolicy from;
    long lookups;
    long hits;
    long gain;

    Stay(EvictionPolicy from) {
      this.from = from;
    }
  }

  /**
   * Makes one with empty shadows.
   *
   * @param used what the cache goes by
   * @param size how many keys a shadow holds
   */
  PolicyChooser(EvictionPolicy used, int size, PolicyListener listener) {
    this.used = used;
    this.size = size;
    this.listener = listener;
    for (var policy : EvictionPolicy.values()) {
      rivals.put(policy, new Rival(policy, size));
    }
  }

  /**
   * Gives all shadows a key that was asked for some times before there was anything to choose. The
   * oldest comes first.
   */
  void seed(long hash, int times, long age) {
    long key = Notes.key(Notes.asked(hash, false));
    for (var rival : rivals.values()) {
      rival.shadow.seed(key, times, age);
    }
  }

  /** Returns what the cache is to go by. */
  EvictionPolicy used() {
    return used;
  }

  /** Takes in a note. */
  @Override
  public void accept(long note) {
    if (note == Notes.ALL_FORGOTTEN) {
      rivals.values().forEach(rival -> rival.shadow.forgetAll());
    } else if (Notes.isForgotten(note)) {
      rivals.values().forEach(rival -> rival.shadow.forget(Notes.key(note)));
    } else {
      asked(Notes.key(note), Notes.isHit(note));
    }
  }

  private void asked(long key, boolean isHit) {
    for (var rival : rivals.values()) {
      rival.isHit = rival.shadow.ask(key);
    }
    compare(isHit);
    lookBack(isHit);
    var best = best();
    if (best != null && best.lead >= needed(best)) {
      change(best);
    }
  }

  private void compare(boolean isHit) {
    boolean isUsedHit = used == EvictionPolicy.TINY_LFU ? isHit : rival(used).isHit;
    for (var rival : rivals.values()) {
      if (rival.policy != used) {
        rival.compare(isUsedHit);
      }
    }
  }

  /** Keeps account of what the last change brought. */
  private void lookBack(boolean isHit) {
    var now = stay;
    if (now == null) {
      return;
    }
    now.lookups++;
    now.hits += isHit ? 1 : 0;
    now.gain += (isHit ? 1 : 0) - (rival(now.from).isHit ? 1 : 0);
    if (aftermath > 0) {
      rival(EvictionPolicy.LRU).settle(isHit);
      rival(EvictionPolicy.LRU_SCAN).settle(isHit);
      aftermath -= used == EvictionPolicy.TINY_LFU ? 0 : 1;
    }
  }

  private @Nullable Rival best() {
    Rival best = null;
    for (var rival : rivals.values()) {
      if (rival.lead > (best == null ? 0 : best.lead)) {
        best = rival;
      }
    }
    return best;
  }

  private double needed(Rival rival) {
    double needed = Math.max(FEWEST, CERTAINTY * Math.sqrt(rival.differing));
    if (rival.policy == EvictionPolicy.TINY_LFU) {
      return needed + Math.max(rival(EvictionPolicy.LRU).debt, rival(EvictionPolicy.LRU_SCAN).debt);
    }
    return used == EvictionPolicy.TINY_LFU
        ? Math.max(needed, (double) (rival.gained + rival.lead) / RISKED)
        : needed;
  }

  private void change(Rival to) {
    var last = stay;
    var change =
        new PolicyChange(
            used,
            to.policy,
            to.lookups,
            (double) (to.hits - to.lead) / to.lookups,
            (double) to.hits / to.lookups,
            last == null ? Double.NaN : (double) last.hits / Math.max(1, last.lookups),
            last != null && last.from == to.policy && last.gain < 0);
    stay = new Stay(used);
    used = to.policy;
    if (used == EvictionPolicy.TINY_LFU) {
      aftermath = (long) FILLS * size;
      rivals.values().forEach(rival -> rival.gained = 0);
    }
    rivals.values().forEach(Rival::restart);
    listener.changed(change);
  }

  private Rival rival(EvictionPolicy policy) {
    return requireNonNull(rivals.get(policy)); // of each there is one
  }
}
