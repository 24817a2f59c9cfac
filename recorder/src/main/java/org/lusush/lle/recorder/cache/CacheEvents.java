// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import org.lusush.lle.events.CacheEvictionEvent;
import org.lusush.lle.events.CacheInsertEvent;
import org.lusush.lle.events.CacheInvalidationEvent;
import org.lusush.lle.events.CacheLookupEvent;
import org.lusush.lle.events.CachePrefetchEvent;
import org.lusush.lle.events.CachePromotionEvent;
import org.lusush.lle.events.CacheTier;
import org.lusush.lle.events.EvictionReason;
import org.lusush.lle.events.InvalidationScope;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.monitor.EventGate;
import org.lusush.lle.recorder.monitor.Reused;

/**
 * The events of caches, of objects that each thread uses again.
 *
 * <p>Touched only once {@link EventGate#isOpen()}: it loads classes of Flight Recorder.
 */
final class CacheEvents {

  private static final Reused<CacheLookupEvent> LOOKUPS = new Reused<>(CacheLookupEvent::new);
  private static final Reused<CacheInsertEvent> INSERTS = new Reused<>(CacheInsertEvent::new);
  private static final Reused<CacheEvictionEvent> EVICTIONS = new Reused<>(CacheEvictionEvent::new);
  private static final Reused<CachePromotionEvent> PROMOTIONS =
      new Reused<>(CachePromotionEvent::new);
  private static final Reused<CacheInvalidationEvent> INVALIDATIONS =
      new Reused<>(CacheInvalidationEvent::new);
  private static final Reused<CachePrefetchEvent> PREFETCHES =
      new Reused<>(CachePrefetchEvent::new);

  private CacheEvents() {}

  static CacheLookupEvent beginLookup() {
    var event = LOOKUPS.take();
    event.begin();
    return event;
  }

  static void endLookup(CacheLookupEvent event, String cache, CacheTier tier, long keystrokeId) {
    event.end();
    if (event.shouldCommit()) {
      event.cache = cache;
      event.tier = tier.label();
      event.hit = tier != CacheTier.NONE;
      event.keystrokeId = keystrokeId;
      event.commit();
    }
    LOOKUPS.giveBack(event);
  }

  static CacheInsertEvent beginInsert() {
    var event = INSERTS.take();
    event.begin();
    return event;
  }

  static void endInsert(
      CacheInsertEvent event, String cache, CacheTier tier, long size, long keystrokeId) {
    event.end();
    if (event.shouldCommit()) {
      event.cache = cache;
      event.tier = tier.label();
      event.size = size;
      event.keystrokeId = keystrokeId;
      event.commit();
    }
    INSERTS.giveBack(event);
  }

  static void evicted(String cache, CacheTier tier, EvictionReason reason, long size) {
    var event = EVICTIONS.take();
    event.begin(); // anew: it still has the times of its last use
    event.end();
    if (event.shouldCommit()) {
      event.cache = cache;
      event.tier = tier.label();
      event.reason = reason.label();
      event.size = size;
      event.commit();
    }
    EVICTIONS.giveBack(event);
  }

  static void promoted(String cache, CacheTier from, CacheTier to, long keystrokeId) {
    var event = PROMOTIONS.take();
    event.begin(); // anew, as above
    event.end();
    if (event.shouldCommit()) {
      event.cache = cache;
      event.fromTier = from.label();
      event.toTier = to.label();
      event.keystrokeId = keystrokeId;
      event.commit();
    }
    PROMOTIONS.giveBack(event);
  }

  static CacheInvalidationEvent beginInvalidation() {
    var event = INVALIDATIONS.take();
    event.begin();
    return event;
  }

  static void endInvalidation(
      CacheInvalidationEvent event,
      String cache,
      InvalidationScope scope,
      long entries,
      long keystrokeId) {
    event.end();
    if (event.shouldCommit()) {
      event.cache = cache;
      event.scope = scope.label();
      event.entries = entries;
      event.keystrokeId = keystrokeId;
      event.commit();
    }
    INVALIDATIONS.giveBack(event);
  }

  static CachePrefetchEvent beginPrefetch() {
    var event = PREFETCHES.take();
    event.begin();
    return event;
  }

  static void endPrefetch(CachePrefetchEvent event, String cache, Result result) {
    event.end();
    if (event.shouldCommit()) {
      event.cache = cache;
      event.result = result.label();
      event.commit();
    }
    PREFETCHES.giveBack(event);
  }
}
