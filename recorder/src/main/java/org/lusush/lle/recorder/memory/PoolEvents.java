// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import org.lusush.lle.events.PoolAllocationEvent;
import org.lusush.lle.events.PoolGrowthEvent;
import org.lusush.lle.events.PoolLeakEvent;
import org.lusush.lle.events.PoolReleaseEvent;
import org.lusush.lle.recorder.monitor.Reused;

/** Emits the events of pools. Loads classes of Flight Recorder, so for when something records. */
final class PoolEvents {

  private static final Reused<PoolAllocationEvent> TAKES = new Reused<>(PoolAllocationEvent::new);
  private static final Reused<PoolReleaseEvent> RELEASES = new Reused<>(PoolReleaseEvent::new);

  private PoolEvents() {}

  static void taken(ObjectPool.Settings<?> pool, boolean reused, long bytes, long keystrokeId) {
    var event = TAKES.take();
    event.begin(); // anew: it still has the times of its last use
    event.end();
    if (event.shouldCommit()) {
      event.pool = pool.name();
      event.kind = pool.kind().label();
      event.reused = reused;
      event.size = bytes;
      event.keystrokeId = keystrokeId;
      event.commit();
    }
    TAKES.giveBack(event);
  }

  static void released(ObjectPool.Settings<?> pool, boolean kept, long bytes, long keystrokeId) {
    var event = RELEASES.take();
    event.begin();
    event.end();
    if (event.shouldCommit()) {
      event.pool = pool.name();
      event.kind = pool.kind().label();
      event.kept = kept;
      event.size = bytes;
      event.keystrokeId = keystrokeId;
      event.commit();
    }
    RELEASES.giveBack(event);
  }

  static void resized(ObjectPool.Settings<?> pool, int from, int to, String reason) {
    var event = new PoolGrowthEvent();
    if (event.shouldCommit()) {
      event.pool = pool.name();
      event.kind = pool.kind().label();
      event.fromCapacity = from;
      event.toCapacity = to;
      event.reason = reason;
      event.commit();
    }
  }

  static void leaked(ObjectPool.Settings<?> pool, int times) {
    for (int i = 0; i < times; i++) {
      var event = new PoolLeakEvent();
      if (event.shouldCommit()) {
        event.pool = pool.name();
        event.kind = pool.kind().label();
        event.size = pool.bytes();
        event.commit();
      }
    }
  }
}
