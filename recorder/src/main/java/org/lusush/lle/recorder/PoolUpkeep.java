// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import java.util.Locale;
import org.lusush.lle.recorder.memory.ObjectPool;
import org.lusush.lle.recorder.memory.PoolStatistics;
import org.lusush.lle.recorder.tuning.Knob;
import org.lusush.lle.recorder.tuning.TunedPool;

/** A pool as its tuner sees it. */
final class PoolUpkeep implements TunedPool {

  private final ObjectPool<?> pool;
  private final Knob capacity;

  PoolUpkeep(String name, ObjectPool<?> pool, int most) {
    this.pool = pool;
    capacity = Knob.of(name, "capacity", 1, most, pool::capacity, this::resize);
  }

  private void resize(double value) {
    int to = (int) Math.round(value);
    pool.capacity(to, String.format(Locale.ROOT, "the pool sizer advised %d", to));
  }

  @Override
  public Knob capacity() {
    return capacity;
  }

  @Override
  public long takePeak() {
    return pool.nextHighWater();
  }

  @Override
  public long reused() {
    return pool.statistics().reused();
  }

  @Override
  public long takes() {
    PoolStatistics figures = pool.statistics();
    return figures.takes();
  }
}
