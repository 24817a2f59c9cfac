// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.TuningOutcome;

/** What is guessed, and whether it pays. */
final class PrefetcherTest {

  private static final long LOAD_NANOS = 1_000_000;

  private final Work work = new Work();
  private final Coordinator coordinator =
      new Coordinator(TuningSettings.defaults(), DecisionListener.NONE);
  private long nanos;

  @Test
  void guess_keysThatFollowEachOther_areKnown() {
    var successors = new Successors<String>();
    for (int i = 0; i < 5; i++) {
      List.of("cd", "ls", "git", "cd", "make", "test").forEach(successors::learn);
    }

    successors.learn("cd");
    assertThat(successors.guess(0.3)).extracting(Successors.Guess::key).contains("ls");
    successors.learn("ls");
    assertThat(successors.guess(0.9)).extracting(Successors.Guess::key).containsExactly("git");
  }

  @Test
  void guess_twoKeysBefore_sayMoreThanOne() {
    var successors = new Successors<String>();
    for (int i = 0; i < 10; i++) {
      List.of("a", "x", "1", "b", "x", "2").forEach(successors::learn);
    }

    successors.learn("b");
    successors.learn("x");

    assertThat(successors.guess(0.9)).extracting(Successors.Guess::key).containsExactly("2");
  }

  @Test
  void guess_newHabit_replacesTheOld() {
    var successors = new Successors<String>();
    for (int i = 0; i < 200; i++) {
      List.of("a", "old", "z").forEach(successors::learn);
    }
    for (int i = 0; i < 200; i++) {
      List.of("a", "new", "z").forEach(successors::learn);
    }

    successors.learn("a");

    assertThat(successors.guess(0.7)).extracting(Successors.Guess::key).containsExactly("new");
  }

  @Test
  void learn_manyKeys_staysBounded() {
    var successors = new Successors<Integer>();

    new Random(1).ints(200_000, 0, 100_000).forEach(successors::learn);

    assertThat(successors.contexts()).isEqualTo(2 * 1024);
  }

  @Test
  void observe_predictableWork_isPrefetchedAndStaysOn() {
    work.on = true;
    coordinator.add(new Prefetcher<>(work, PrefetchSettings.defaults()));

    run(2_000, i -> i % 50);

    assertThat(work.value()).isEqualTo(1);
    assertThat(work.used).isGreaterThan(9 * work.issued / 10);
    assertThat(coordinator.decisions()).isEmpty();
    assertThat(coordinator.failures()).isEmpty();
  }

  @Test
  void advise_prefetchesThatNobodyUses_goesOffAndRests() {
    work.on = true;
    work.keepsForgetting = true;
    coordinator.add(new Prefetcher<>(work, PrefetchSettings.defaults()));

    run(300, i -> i % 50);
    assertThat(work.value()).isZero();
    long issued = work.issued;
    run(100, i -> i % 50);

    assertThat(work.issued).isEqualTo(issued);
    assertThat(coordinator.decisions().get(0).reason()).contains("prefetched values were used");
    assertThat(coordinator.decisions()).noneMatch(d -> d.outcome() == TuningOutcome.ROLLED_BACK);
  }

  @Test
  void advise_offAndItWouldNotPay_staysOff() {
    coordinator.add(new Prefetcher<>(work, PrefetchSettings.defaults()));
    var random = new Random(3);

    run(3_000, i -> random.nextInt(1_000));

    assertThat(work.value()).isZero();
    assertThat(work.issued).isZero();
  }

  @Test
  void advise_offAndItWouldPay_goesOn() {
    coordinator.add(new Prefetcher<>(work, PrefetchSettings.defaults()));

    run(2_000, i -> i % 50);

    assertThat(work.value()).isEqualTo(1);
    assertThat(work.used).isPositive();
  }

  @Test
  void advise_onlySometimesWorthIt_triesLessAndLess() {
    work.on = true;
    work.keepsForgetting = true;
    coordinator.add(new Prefetcher<>(work, PrefetchSettings.defaults()));

    run(4 * 3_600, i -> i % 50);

    long tries =
        coordinator.decisions().stream()
            .filter(d -> d.outcome() == TuningOutcome.APPLIED && d.to() == 1)
            .count();
    assertThat(tries).isBetween(2L, 8L);
  }

  /** One lookup a second, of what a rule says. */
  private void run(int seconds, IntFunction<Integer> key) {
    IntStream.range(0, seconds)
        .forEach(
            i -> {
              work.ask(key.apply(i));
              nanos += TimeUnit.SECONDS.toNanos(1);
              coordinator.step(nanos);
            });
  }

  /** A cache of ten keys. */
  private static final class Work implements PrefetchedCache<Integer> {
    final List<Integer> accesses = new ArrayList<>();
    final List<Integer> held = new ArrayList<>();
    final Set<Integer> prefetched = new HashSet<>();
    boolean on;
    boolean keepsForgetting;
    long issued;
    long used;
    long hits;
    long misses;

    void ask(int key) {
      accesses.add(key);
      if (held.contains(key)) {
        hits++;
        used += prefetched.remove(key) ? 1 : 0;
      } else {
        misses++;
        keep(key);
      }
    }

    private void keep(Integer key) {
      held.add(key);
      if (held.size() > 10) {
        prefetched.remove(held.remove(0));
      }
    }

    double value() {
      return on ? 1 : 0;
    }

    @Override
    public Knob prefetching() {
      return Knob.ofSwitch("work", "prefetching", this::value, to -> on = to != 0);
    }

    @Override
    public Counts counts() {
      return new Counts(issued, used, used * LOAD_NANOS, issued * LOAD_NANOS);
    }

    @Override
    public long hits() {
      return hits;
    }

    @Override
    public long misses() {
      return misses;
    }

    @Override
    public List<Integer> drainAccesses() {
      var drained = List.copyOf(accesses);
      accesses.clear();
      return drained;
    }

    @Override
    public void prefetch(List<Integer> keys) {
      for (var key : keys) {
        if (!held.contains(key)) {
          issued++;
          if (!keepsForgetting) {
            keep(key);
            prefetched.add(key);
          }
        }
      }
    }
  }
}
