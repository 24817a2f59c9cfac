// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.lusush.lle.recorder.AwakeRecorder;
import org.lusush.lle.recorder.EditorRecorder;

/** Values worked out by one thread while others want them. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
final class LoadsTest {

  private final EditorRecorder recorder = AwakeRecorder.start();
  private final EditorCache<String, Integer> cache = recorder.cache("lengths", 100);
  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    executor.shutdownNow();
    recorder.close();
  }

  @Test
  void lookup_manyThreadsMissAtOnce_oneWorksItOut() throws Exception {
    var loads = new AtomicInteger();
    var begun = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    Callable<Integer> lookup =
        () ->
            cache.lookup(
                "key",
                key -> {
                  begun.countDown();
                  await(mayEnd);
                  return loads.incrementAndGet();
                });

    var first = executor.submit(lookup);
    await(begun);
    var others = new ArrayList<Future<Integer>>();
    for (int i = 0; i < 7; i++) {
      others.add(executor.submit(lookup));
    }
    awaitWaiters(7);
    mayEnd.countDown();

    assertThat(first.get()).isEqualTo(1);
    for (var other : others) {
      assertThat(other.get()).isEqualTo(1);
    }
    assertThat(loads).hasValue(1);
    assertThat(cache.statistics().all().loadTime().count()).isEqualTo(1);
  }

  @Test
  void lookup_firstLoaderThrows_waitingThreadTriesItself() throws Exception {
    var begun = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var failing =
        executor.submit(
            () ->
                cache.lookup(
                    "key",
                    key -> {
                      begun.countDown();
                      await(mayEnd);
                      throw new IllegalStateException("disk");
                    }));
    await(begun);
    var waiting = executor.submit(() -> cache.lookup("key", key -> 2));
    awaitWaiters(1);
    mayEnd.countDown();

    assertThatThrownBy(failing::get).hasRootCauseMessage("disk");
    assertThat(waiting.get()).isEqualTo(2);
    assertThat(cache.lookup("key")).hasValue(2);
    assertThat(cache.statistics().loadFailures()).isEqualTo(1);
  }

  @Test
  void lookup_loaderReturnsNull_saysSoAndKeepsNothing() {
    assertThatThrownBy(() -> cache.lookup("key", key -> null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("the loader of cache lengths returned null");

    assertThat(cache.lookup("key")).isEmpty();
    assertThat(cache.lookup("key", key -> 3)).isEqualTo(3);
  }

  @Test
  void lookup_loaderHangs_otherKeysGoOn() throws Exception {
    var begun = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var hanging =
        executor.submit(
            () ->
                cache.lookup(
                    "slow",
                    key -> {
                      begun.countDown();
                      await(mayEnd);
                      return 1;
                    }));
    await(begun);

    for (int i = 0; i < 1_000; i++) {
      assertThat(cache.lookup("key" + i, String::length)).isPositive();
    }
    cache.invalidate("slow");
    cache.invalidateAll();
    assertThat(hanging.isDone()).isFalse();

    mayEnd.countDown();
    assertThat(hanging.get()).isEqualTo(1);
  }

  @Test
  void lookup_loaderAsksForItsOwnKey_isRefused() {
    assertThatThrownBy(() -> cache.lookup("key", key -> cache.lookup(key, k -> 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the loader of cache lengths asks for the key that it loads");

    assertThat(cache.lookup("key", key -> 2)).isEqualTo(2);
  }

  @Test
  void lookup_loadersWantEachOthersKeys_bothEnd() throws Exception {
    var begun = new CountDownLatch(2);
    var one =
        executor.submit(
            () ->
                cache.lookup(
                    "a",
                    key -> {
                      begun.countDown();
                      await(begun);
                      return 1 + cache.lookup("b", k -> 10);
                    }));
    var other =
        executor.submit(
            () ->
                cache.lookup(
                    "b",
                    key -> {
                      begun.countDown();
                      await(begun);
                      return 2 + cache.lookup("a", k -> 20);
                    }));

    assertThat(one.get()).isPositive();
    assertThat(other.get()).isPositive();
  }

  @Test
  void lookup_interruptedWhileAnotherLoads_loadsItselfAndStaysInterrupted() throws Exception {
    var begun = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var hanging =
        executor.submit(
            () ->
                cache.lookup(
                    "slow",
                    key -> {
                      begun.countDown();
                      await(mayEnd);
                      return 1;
                    }));
    await(begun);
    var interrupted = new AtomicBoolean();
    var result = new CompletableFuture<Integer>();
    var waiting =
        new Thread(
            () -> {
              result.complete(cache.lookup("slow", key -> 2));
              interrupted.set(Thread.currentThread().isInterrupted());
            });
    waiting.start();
    awaitWaiters(1);
    waiting.interrupt();
    waiting.join();

    assertThat(result).isCompletedWithValue(2);
    assertThat(interrupted).isTrue();
    mayEnd.countDown();
    assertThat(hanging.get()).isEqualTo(1);
  }

  @Test
  void invalidate_whileTheValueIsWorkedOut_keepsItFromAll() throws Exception {
    var begun = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var old =
        executor.submit(
            () ->
                cache.lookup(
                    "key",
                    key -> {
                      begun.countDown();
                      await(mayEnd);
                      return 1;
                    }));
    await(begun);

    cache.invalidate("key");
    assertThat(cache.lookup("key", key -> 2)).as("not that which runs").isEqualTo(2);
    mayEnd.countDown();
    assertThat(old.get()).isEqualTo(1);

    assertThat(cache.lookup("key")).hasValue(2);
  }

  @Test
  void invalidateIf_whileTheValueIsWorkedOut_keepsItOutIfItMatches() throws Exception {
    var begun = new CountDownLatch(2);
    var mayEnd = new CountDownLatch(1);
    Function<String, Integer> slow =
        key -> {
          begun.countDown();
          await(mayEnd);
          return 1;
        };
    var matching = executor.submit(() -> cache.lookup("/tmp/a", slow));
    var other = executor.submit(() -> cache.lookup("/etc/a", slow));
    await(begun);

    cache.invalidateIf(key -> key.startsWith("/tmp"));
    mayEnd.countDown();
    matching.get();
    other.get();

    assertThat(cache.lookup("/tmp/a")).isEmpty();
    assertThat(cache.lookup("/etc/a")).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitWaiters(int count) throws InterruptedException {
    while (Loads.waiting() < count) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }
}
