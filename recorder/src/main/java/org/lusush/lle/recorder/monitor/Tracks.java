// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.recorder.statistics.StatisticsTable;

/**
 * The tracks of all threads that measured something.
 *
 * <p>A thread finds its own without waiting. It is held weakly: when the thread is gone, so is its
 * track, and what it counted stays in the statistics.
 */
final class Tracks {

  private static final int PURGE_EVERY = 64;

  /** A power of two. */
  private static final int FAVORITES = 64;

  private final Monitor monitor;
  private final StatisticsTable statistics;

  @SuppressWarnings("ThreadLocalUsage") // one for each monitor, of which a process has one
  private final ThreadLocal<Track> own = new Own();

  /**
   * Tracks found without a look into the thread's own map, each at the place that its thread's hash
   * gives. Not volatile: what a thread sees there is its own track, or is not, and places change
   * seldom, so that threads share no cache line that is written.
   */
  private final @Nullable Track[] favorites = new Track[FAVORITES];

  /** The one of them that is looked at first, not volatile either: that of the editor's thread. */
  private @Nullable Track favorite;

  private final List<WeakReference<Track>> all = new ArrayList<>();

  Tracks(Monitor monitor, StatisticsTable statistics) {
    this.monitor = monitor;
    this.statistics = statistics;
  }

  Track current() {
    var thread = Thread.currentThread();
    var track = favorite;
    if (track != null && track.isOf(thread)) {
      return track;
    }
    track = favorites[placeOf(thread)];
    return track != null && track.isOf(thread) ? track : own.get();
  }

  /** Finds the track of the calling thread faster than others' from now on. */
  void favor(Track track) {
    favorites[placeOf(Thread.currentThread())] = track;
    favorite = track;
  }

  private static boolean isFree(@Nullable Track track) {
    return track == null || track.isOfDeadThread();
  }

  private static int placeOf(Thread thread) {
    return System.identityHashCode(thread) & FAVORITES - 1;
  }

  void forEach(Consumer<Track> action) {
    for (var reference : copy()) {
      var track = reference.get();
      if (track != null) {
        action.accept(track);
      }
    }
  }

  private synchronized List<WeakReference<Track>> copy() {
    return List.copyOf(all);
  }

  /** A class of its own: the first lambda of a process takes milliseconds. */
  private final class Own extends ThreadLocal<Track> {
    @Override
    protected Track initialValue() {
      return create();
    }
  }

  private synchronized Track create() {
    if (all.size() % PURGE_EVERY == PURGE_EVERY - 1) {
      all.removeIf(reference -> reference.refersTo(null));
    }
    var thread = Thread.currentThread();
    var track = new Track(monitor, statistics.register(thread), thread);
    all.add(new WeakReference<>(track));
    int place = placeOf(thread);
    if (isFree(favorites[place])) {
      favorites[place] = track;
    }
    if (isFree(favorite)) {
      favorite = track;
    }
    return track;
  }
}
