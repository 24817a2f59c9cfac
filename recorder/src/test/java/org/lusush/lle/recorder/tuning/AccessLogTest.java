// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.lusush.lle.recorder.OwnThread;

/** Hashes on their way. */
final class AccessLogTest {

  private final AccessLog log = new AccessLog();

  @Test
  void drain_whatWasNoted_comesInOrder() {
    log.accessed(1);
    log.forgotten(1);
    log.allForgotten();
    log.accessed(1);

    var told = new Told();
    log.drain(told);

    assertThat(told.words).containsExactly("accessed", "forgotten", "all", "accessed");
    assertThat(new HashSet<>(told.hashes)).hasSize(1);
    assertThat(told.hashes.get(0)).isNotEqualTo(1);
  }

  @Test
  void drain_again_isEmpty() {
    log.accessed(1);
    log.drain(new Told());

    var told = new Told();
    log.drain(told);

    assertThat(told.words).isEmpty();
  }

  @Test
  void accessed_hashesThatDifferInFewBits_staySeparateAndSpread() {
    for (int i = 0; i < 200; i++) {
      log.accessed(i);
    }

    var told = new Told();
    log.drain(told);

    assertThat(new HashSet<>(told.hashes)).hasSize(200);
    assertThat(told.hashes.stream().filter(hash -> hash < 0).count()).isBetween(60L, 140L);
  }

  @Test
  void accessed_moreThanThereIsRoomFor_isCountedAndMadeRoomFor() {
    fill(300);
    assertThat(log.dropped()).isEqualTo(44);

    var told = new Told();
    log.drain(told);
    fill(500);
    log.drain(told);

    assertThat(log.dropped()).isEqualTo(44);
    assertThat(told.words).hasSize(256 + 500);
  }

  @Test
  void accessed_forever_takesNoMoreThanTheLongest() {
    for (int i = 0; i < 20; i++) {
      fill(20_000);
      log.drain(new Told());
    }
    long before = log.dropped();
    fill(20_000);

    assertThat(log.dropped() - before).isEqualTo(20_000 - 16_384);
  }

  @Test
  void accessed_warm_allocatesNothing() {
    fill(20_000);

    long before = OwnThread.allocatedBytes();
    fill(20_000);

    assertThat((OwnThread.allocatedBytes() - before) / 20_000).isZero();
  }

  @Test
  void accessed_byManyWhileDrained_comesOnceOrIsDropped() throws InterruptedException {
    int writers = 4;
    int each = 50_000;
    var told = new Told();
    var over = new AtomicBoolean();
    var reader =
        new Thread(
            () -> {
              while (!over.get()) {
                log.drain(told);
              }
            });
    reader.start();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < writers; i++) {
      long offset = 1_000_000L * i;
      threads.add(
          new Thread(
              () -> {
                for (int key = 0; key < each; key++) {
                  log.accessed(offset + key);
                }
              }));
    }
    threads.forEach(Thread::start);
    for (var thread : threads) {
      thread.join();
    }
    over.set(true);
    reader.join();
    log.drain(told);
    log.drain(told);

    assertThat(new HashSet<>(told.hashes)).hasSize(told.hashes.size());
    // A writer that still holds a log that was outgrown may lose a last entry uncounted.
    assertThat(told.hashes.size() + log.dropped())
        .isBetween((long) writers * each - 8L * 512, (long) writers * each);
  }

  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      log.accessed(i);
    }
  }

  private static final class Told implements AccessLog.Reader {
    final List<String> words = new ArrayList<>();
    final List<Long> hashes = new ArrayList<>();

    @Override
    public void accessed(long hash) {
      words.add("accessed");
      hashes.add(hash);
    }

    @Override
    public void forgotten(long hash) {
      words.add("forgotten");
      hashes.add(hash);
    }

    @Override
    public void allForgotten() {
      words.add("all");
    }
  }
}
