// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.util.function.Function;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.PoolKind;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.memory.ObjectPool;

/** Builders of lines, from a pool from when there is one: running this makes it. */
final class LineBuilders implements Runnable {

  private static final int LINE = 256;

  private final EditorRecorder recorder;
  private volatile @Nullable ObjectPool<AttributedStringBuilder> pool;

  LineBuilders(EditorRecorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public void run() {
    pool = recorder.pool(settings());
  }

  /** Builders of an initial capacity of some characters, each with its style. */
  private static ObjectPool.Settings<AttributedStringBuilder> settings() {
    return new ObjectPool.Settings<>(
        "line builders",
        PoolKind.BUFFER,
        8,
        LINE * (Character.BYTES + Long.BYTES),
        () -> new AttributedStringBuilder(LINE),
        builder -> builder.setLength(0));
  }

  /** Does work that needs an empty builder for as long as it takes. */
  <T> T with(Function<AttributedStringBuilder, T> work) {
    var made = pool;
    if (made == null) {
      return work.apply(new AttributedStringBuilder(LINE));
    }
    try (var lease = made.take()) {
      return work.apply(lease.object());
    }
  }
}
