// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** A real Caffeine cache, asked for the keys of a trace. */
final class ReplayedCache implements TunedCache {

  private final Cache<Long, Long> entries;
  private final AccessLog log = new AccessLog();
  private final Knob knob;
  private long hits;
  private long misses;

  ReplayedCache(String name, int size, int maximum) {
    entries = Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
    knob = Knob.of(name, "entries", 1, maximum, this::size, this::resize);
  }

  /** Asks for a key, and keeps it if it was not there. */
  boolean ask(long key) {
    log.accessed(key);
    boolean isHit = entries.getIfPresent(key) != null;
    if (isHit) {
      hits++;
    } else {
      misses++;
      entries.put(key, key);
    }
    return isHit;
  }

  void forgetAll() {
    log.allForgotten();
    entries.invalidateAll();
  }

  /** Returns the share of a trace that a cache of one size hits after its first part. */
  static double hitRate(long[] trace, int from, int size) {
    var cache = new ReplayedCache("fixed", size, size);
    int hits = 0;
    for (int i = 0; i < trace.length; i++) {
      boolean isHit = cache.ask(trace[i]);
      hits += isHit && i >= from ? 1 : 0;
      cache.log.drain(Ignored.READER);
    }
    return (double) hits / (trace.length - from);
  }

  int size() {
    return (int) entries.policy().eviction().orElseThrow().getMaximum();
  }

  private void resize(double size) {
    entries.policy().eviction().orElseThrow().setMaximum((long) size);
    entries.cleanUp();
  }

  @Override
  public Knob entries() {
    return knob;
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
  public AccessLog log() {
    return log;
  }

  private static final class Ignored implements AccessLog.Reader {
    static final Ignored READER = new Ignored();

    @Override
    public void accessed(long hash) {}

    @Override
    public void forgotten(long hash) {}

    @Override
    public void allForgotten() {}
  }
}
