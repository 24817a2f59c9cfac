// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import java.util.List;
import jdk.jfr.Event;

/** Every event class of this module, in the order of the event reference. */
final class EventTypes {

  static final List<Class<? extends Event>> ALL =
      List.of(
          KeystrokeEvent.class,
          OperationEvent.class,
          CacheLookupEvent.class,
          PoolAllocationEvent.class,
          OperationStatisticsEvent.class,
          LatencyHistogramEvent.class,
          ThresholdExceededEvent.class,
          ProfilerOverheadEvent.class,
          CacheInsertEvent.class,
          CacheEvictionEvent.class,
          CachePromotionEvent.class,
          CacheInvalidationEvent.class,
          CachePrefetchEvent.class,
          CacheStatisticsEvent.class,
          PoolReleaseEvent.class,
          PoolGrowthEvent.class,
          PoolLeakEvent.class,
          PoolStatisticsEvent.class,
          AllocationPatternEvent.class,
          ResourceUsageEvent.class,
          ResourcePressureEvent.class,
          ResourceForecastEvent.class,
          ThrottleEvent.class,
          TuningDecisionEvent.class,
          MissRatioCurveEvent.class,
          TargetStatusEvent.class,
          SessionEvent.class);

  private EventTypes() {}
}
