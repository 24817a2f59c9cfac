// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What each thread has of a cache. Thread-safe; a thread finds its own without waiting. When a
 * thread is gone so is what it had, but for what it counted.
 *
 * @param <K> keys
 * @param <V> values
 */
final class Nears<K, V> {

  private static final int PURGE_EVERY = 16;

  private final int places;
  private final Clock clock;

  @SuppressWarnings("ThreadLocalUsage") // one for each cache, of which a process has a few
  private final ThreadLocal<Near<K, V>> own = ThreadLocal.withInitial(this::create);

  private final List<Member> members = new ArrayList<>();

  /**
   * The first thread's, which is found faster; when that is gone, the next new one's. Not volatile:
   * what a thread sees there is its own, or is not.
   */
  private @Nullable Near<K, V> favorite;

  private final long[] ofTheGone = new long[Counts.SIZE];

  private record Member(WeakReference<? extends Near<?, ?>> near, Counts counts, Notes notes) {}

  /** Makes none yet; each will have some places for copies. */
  Nears(int places, Clock clock) {
    this.places = places;
    this.clock = clock;
  }

  /** Returns the calling thread's. */
  Near<K, V> current() {
    var near = favorite;
    if (near != null && near.isOf(Thread.currentThread())) {
      return near;
    }
    return own.get();
  }

  int places() {
    return places;
  }

  private synchronized Near<K, V> create() {
    if (members.size() % PURGE_EVERY == PURGE_EVERY - 1) {
      purge();
    }
    var near = new Near<K, V>(places, clock);
    members.add(new Member(new WeakReference<>(near), near.counts, near.notes()));
    var first = favorite;
    if (first == null || first.isOfDeadThread()) {
      favorite = near;
    }
    return near;
  }

  private void purge() {
    var first = favorite;
    if (first != null && first.isOfDeadThread()) {
      favorite = null;
    }
    members.removeIf(
        member -> {
          boolean isGone = member.near().refersTo(null);
          if (isGone) {
            member.counts().addTo(ofTheGone);
          }
          return isGone;
        });
  }

  /** Returns the sums of what all threads counted, see {@link Counts}. */
  synchronized long[] sums() {
    purge();
    var sums = ofTheGone.clone();
    members.forEach(member -> member.counts().addTo(sums));
    return sums;
  }

  /** Hands over what all threads noted. */
  synchronized void drainNotes(LongConsumer reader) {
    members.forEach(member -> member.notes().drain(reader));
  }

  /** Tells entries how their copies were used. */
  synchronized void tellEntries() {
    for (var member : members) {
      var near = member.near().get();
      if (near != null) {
        near.tellEntries();
      }
    }
  }

  /** Returns how many copies there are, about. */
  synchronized long copies() {
    long count = 0;
    for (var member : members) {
      var near = member.near().get();
      count += near == null ? 0 : near.size();
    }
    return count;
  }

  /** Returns how many threads have one. */
  synchronized int threads() {
    purge();
    return members.size();
  }
}
