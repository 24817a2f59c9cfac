// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.lusush.lle.events.MissRatioCurveEvent;
import org.lusush.lle.recorder.monitor.EventGate;

/** Writes miss-ratio curves into recordings, at {@value #POINTS} sizes each at most. */
final class CurveEvents {

  static final int POINTS = 16;

  private static final AtomicLong CURVES = new AtomicLong();

  private CurveEvents() {}

  /**
   * Writes a curve, if a recording wants it.
   *
   * @param entriesNow size that the cache may have now; one of the points is about it
   * @param maximum size that it may have at most
   */
  static void emit(String cache, MissRatioCurve curve, int entriesNow, int maximum) {
    if (!EventGate.isOpen()) {
      return;
    }
    var event = new MissRatioCurveEvent();
    if (!event.isEnabled() || !event.shouldCommit()) {
      return;
    }
    event.curveId = CURVES.incrementAndGet();
    event.cache = cache;
    event.entriesNow = entriesNow;
    event.lookups = Math.round(curve.accesses());
    for (int entries : sizes(entriesNow, maximum)) {
      event.entries = entries;
      event.missRatio = 1 - curve.hitRate(entries);
      event.commit();
    }
  }

  /** Returns sizes as far from one another by ratio, ascending, and the one of now among them. */
  static int[] sizes(int entriesNow, int maximum) {
    int last = POINTS - 2;
    var sizes = new TreeSet<Integer>();
    sizes.add(Math.max(1, entriesNow));
    for (int i = 0; i <= last; i++) {
      sizes.add((int) Math.round(Math.pow(Math.max(1, maximum), (double) i / last)));
    }
    return sizes.stream().mapToInt(size -> size).toArray();
  }
}
