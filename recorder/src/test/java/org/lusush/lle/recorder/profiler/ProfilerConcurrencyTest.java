// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;

/** Writers that do not stop for the readers who look on. */
@Timeout(60)
final class ProfilerConcurrencyTest {

  private static final int WRITERS = 4;
  private static final int ROUNDS = 100_000;
  private static final int NAMES = 50;

  private final Profiler profiler = Profiles.on(ProfilerMode.INSTRUMENTATION);

  private Void write(CountDownLatch writing) {
    try {
      var tree = profiler.tree();
      for (int i = 0; i < ROUNDS; i++) {
        tree.enter(OperationType.EVENT_DISPATCH, Component.EVENT, "key");
        // New names turn up all the while.
        tree.enter(OperationType.CUSTOM, Component.OTHER, "n" + (i % NAMES) * (i / (ROUNDS / 4)));
        tree.exit(7, i % 2 == 0);
        tree.exit(10, false);
      }
    } finally {
      writing.countDown();
    }
    return null;
  }

  /** Reads until the writers are done; returns how many profiles it read. */
  private int read(CountDownLatch writing) {
    var before = new HashMap<String, Long>();
    int profiles = 0;
    while (writing.getCount() > 0) {
      var profile = profiler.snapshot();
      Profiles.assertConsistent(profile.roots());
      assertGrown(before, Profiles.byPath(profile));
      profiles++;
    }
    return profiles;
  }

  private static void assertGrown(Map<String, Long> before, Map<String, CallNode> now) {
    assertThat(now.keySet()).containsAll(before.keySet());
    now.forEach(
        (path, node) -> {
          // Every call of one node takes the same, so its figures must be of one moment.
          long each = path.contains("/") ? 7 : 10;
          assertThat(node.endedNanos()).isEqualTo(each * node.calls());
          assertThat(node.calls()).isGreaterThanOrEqualTo(before.getOrDefault(path, 0L));
          before.put(path, node.calls());
        });
  }

  @Test
  void snapshot_whileOthersWrite_isConsistentAndGrows() throws Exception {
    var writing = new CountDownLatch(WRITERS);
    var pool = Executors.newFixedThreadPool(WRITERS + 1);
    try {
      var reader = pool.submit(() -> read(writing));
      var writers = new ArrayList<Future<Void>>();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(pool.submit(() -> write(writing)));
      }
      for (var writer : writers) {
        writer.get();
      }

      assertThat(reader.get()).isPositive();
    } finally {
      pool.shutdown();
    }
    var top = Profiles.only(profiler.snapshot());
    assertThat(top.calls()).isEqualTo(WRITERS * ROUNDS);
    assertThat(top.selfNanos()).isEqualTo(3L * WRITERS * ROUNDS);
    assertThat(top.totalNanos()).isEqualTo(10L * WRITERS * ROUNDS);
    assertThat(top.children().stream().mapToLong(CallNode::failures).sum())
        .isEqualTo(WRITERS * ROUNDS / 2);
  }

  @Test
  void snapshot_whileThreadsComeAndGo_losesNothing() throws Exception {
    var coming = new CountDownLatch(2);
    var pool = Executors.newFixedThreadPool(3);
    try {
      var reader =
          pool.submit(
              () -> {
                long calls = 0;
                while (coming.getCount() > 0) {
                  var profile = profiler.snapshot();
                  long now = profile.roots().stream().mapToLong(CallNode::calls).sum();
                  assertThat(now).isGreaterThanOrEqualTo(calls);
                  calls = now;
                }
                return calls;
              });
      var threads =
          List.of(pool.submit(() -> comeAndGo(coming)), pool.submit(() -> comeAndGo(coming)));
      for (var each : threads) {
        each.get();
      }

      assertThat(reader.get()).isLessThanOrEqualTo(1_000);
    } finally {
      pool.shutdown();
    }
    assertThat(Profiles.only(profiler.snapshot()).calls()).isEqualTo(1_000);
  }

  private Void comeAndGo(CountDownLatch coming) throws InterruptedException {
    try {
      for (int i = 0; i < 500; i++) {
        var thread =
            new Thread(
                () -> {
                  profiler.tree().enter(OperationType.CUSTOM, Component.OTHER, "short");
                  profiler.tree().exit(1, false);
                });
        thread.start();
        thread.join();
      }
    } finally {
      coming.countDown();
    }
    return null;
  }
}
