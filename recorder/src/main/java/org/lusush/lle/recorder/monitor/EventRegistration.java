// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import org.lusush.lle.events.AllocationPatternEvent;
import org.lusush.lle.events.CacheEvictionEvent;
import org.lusush.lle.events.CacheInsertEvent;
import org.lusush.lle.events.CacheInvalidationEvent;
import org.lusush.lle.events.CacheLookupEvent;
import org.lusush.lle.events.CachePrefetchEvent;
import org.lusush.lle.events.CachePromotionEvent;
import org.lusush.lle.events.CacheStatisticsEvent;
import org.lusush.lle.events.KeystrokeEvent;
import org.lusush.lle.events.LatencyHistogramEvent;
import org.lusush.lle.events.LevelSetting;
import org.lusush.lle.events.MissRatioCurveEvent;
import org.lusush.lle.events.OperationEvent;
import org.lusush.lle.events.OperationStatisticsEvent;
import org.lusush.lle.events.PoolAllocationEvent;
import org.lusush.lle.events.PoolGrowthEvent;
import org.lusush.lle.events.PoolLeakEvent;
import org.lusush.lle.events.PoolReleaseEvent;
import org.lusush.lle.events.PoolStatisticsEvent;
import org.lusush.lle.events.ProfilerOverheadEvent;
import org.lusush.lle.events.ResourceForecastEvent;
import org.lusush.lle.events.ResourcePressureEvent;
import org.lusush.lle.events.ResourceUsageEvent;
import org.lusush.lle.events.SessionEvent;
import org.lusush.lle.events.TargetStatusEvent;
import org.lusush.lle.events.ThresholdExceededEvent;
import org.lusush.lle.events.ThrottleEvent;
import org.lusush.lle.events.TuningDecisionEvent;

/**
 * Registers the event classes when someone starts a recording, and opens the {@link EventGate}.
 *
 * <p>Slow at its first use, so not for the editor's thread.
 */
public final class EventRegistration {

  private static final List<Runnable> WAITING = new ArrayList<>();
  private static boolean listening;

  private EventRegistration() {}

  /**
   * Waits, without holding the caller up, for the first recording.
   *
   * @param onOpen runs once when the gate is open, at once if it is; what it throws is its caller's
   *     concern only in the latter case
   */
  public static void await(Runnable onOpen) {
    if (!FlightRecorder.isAvailable()) {
      return;
    }
    synchronized (EventRegistration.class) {
      if (!EventGate.isOpen()) {
        WAITING.add(onOpen);
        if (!listening) {
          listening = true;
          FlightRecorder.addListener(new Listener());
        }
      }
    }
    if (EventGate.isOpen()) {
      cancel(onOpen);
      onOpen.run();
    } else if (FlightRecorder.isInitialized()) {
      open();
    }
  }

  /** Does something unless the gate is open; who starts a recording meanwhile waits for it. */
  public static synchronized void whileShut(Runnable action) {
    if (!EventGate.isOpen()) {
      action.run();
    }
  }

  /** Waits no longer. */
  public static synchronized void cancel(Runnable onOpen) {
    WAITING.remove(onOpen);
  }

  private static void open() {
    List<Class<? extends Event>> types =
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
    List<Runnable> waiting;
    synchronized (EventRegistration.class) {
      if (!EventGate.isOpen()) {
        types.forEach(FlightRecorder::register);
        EventClock.load();
        CpuClock.load();
        EventGate.open();
      }
      waiting = List.copyOf(WAITING);
      WAITING.clear();
    }
    // Not under the lock: who waits has locks of its own.
    waiting.forEach(Runnable::run);
  }

  private static final class Listener implements FlightRecorderListener {
    @Override
    public void recorderInitialized(FlightRecorder recorder) {
      try {
        open();
      } catch (RuntimeException | LinkageError e) {
        // Someone's recording must start even if ours cannot be in it; the gate stays as it is.
        System.getLogger(EventRegistration.class.getName())
            .log(System.Logger.Level.DEBUG, "no events of the line editor", e);
      }
    }

    @Override
    public void recordingStateChanged(Recording recording) {
      if (EventGate.isOpen() && recording.getState() == RecordingState.RUNNING) {
        EventClock.load();
      } else if (EventGate.isOpen() && noneRuns()) {
        LevelSetting.reset();
      }
    }

    private static boolean noneRuns() {
      return FlightRecorder.getFlightRecorder().getRecordings().stream()
          .noneMatch(recording -> recording.getState() == RecordingState.RUNNING);
    }
  }
}
