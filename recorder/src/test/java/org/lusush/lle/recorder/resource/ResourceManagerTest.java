// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.PressureLevel;
import org.lusush.lle.recorder.AwakeRecorder;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.Recorded;
import org.lusush.lle.recorder.monitor.Monitor;
import org.lusush.lle.recorder.monitor.MonitorLevel;
import org.lusush.lle.recorder.monitor.Ticker;

/** Figures, pressure, throttling and forecasts together. */
final class ResourceManagerTest {

  private final EditorRecorder recorder = AwakeRecorder.start();
  private final Monitor monitor = recorder.monitor();
  private final Usages usages = new Usages();

  @TempDir private Path root;

  @AfterEach
  void closeRecorder() {
    recorder.close();
  }

  @Test
  void update_whenMemoryRunsOut_isEventsAndAnEditorThatIsMeasuredLess() throws Exception {
    try (var manager = manager(new OfMonitor())) {
      var events =
          Recorded.during(
              () -> {
                for (int second = 0; second < 5; second++) {
                  manager.update(usages.memoryUsed(0.99));
                }
              });

      assertThat(events)
          .filteredOn(event -> event.getEventType().getName().equals("lle.ResourcePressure"))
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.getString("resource")).isEqualTo("memory");
                assertThat(event.getString("fromLevel")).isEqualTo("none");
                assertThat(event.getString("toLevel")).isEqualTo("critical");
                assertThat(event.getDouble("value")).isBetween(0.98, 1.0);
              });
      assertThat(events)
          .filteredOn(event -> event.getEventType().getName().equals("lle.Throttle"))
          .extracting(event -> event.getString("action") + " to " + event.getString("to"))
          .containsExactly("prefetch to off", "monitoring level to minimal");
      assertThat(manager.steps()).hasSize(2);
      assertThat(manager.steps().get(0).reason())
          .isEqualTo("memory pressure critical, 99.0 % by jvm when it changed");
      assertThat(manager.highest().level()).isEqualTo(PressureLevel.CRITICAL);
      assertThat(isMeasured()).isFalse();
      assertThat(monitor.settings().level()).as("the user's").isEqualTo(MonitorLevel.NORMAL);
    }
    assertThat(isMeasured()).as("after the close").isTrue();
  }

  @Test
  void update_actionsThatThrow_areCountedAndHarmNothing() {
    try (var manager = manager(new Broken())) {
      for (int second = 0; second < 5; second++) {
        manager.update(usages.memoryUsed(0.99));
      }

      assertThat(manager.failures()).isPositive();
      assertThat(manager.forecasts()).hasSize(6);
    }
  }

  @Test
  void update_ofThisProcess_forecastsAllThreeBothTimes() {
    try (var manager = new ResourceManager(new ResourceMonitor(Ticker.system()), new OfMonitor())) {
      manager.update();

      assertThat(manager.pressures())
          .extracting(Pressure::resource)
          .containsExactly(Resource.values());
      assertThat(manager.forecasts()).extracting(ResourceForecast::resource).contains("heap");
      assertThat(manager.usage().heapUsed()).isPositive();
    }
  }

  @Test
  void ceiling_belowAUsersLevel_yieldsToIt() {
    monitor.ceiling(MonitorLevel.DETAILED);
    assertThat(isMeasured()).isTrue();

    monitor.ceiling(MonitorLevel.MINIMAL);
    assertThat(isMeasured()).isFalse();
    monitor.settings(monitor.settings().withLevel(MonitorLevel.DETAILED));
    assertThat(isMeasured()).as("a ceiling holds for later settings, too").isFalse();

    monitor.ceiling(MonitorLevel.EXHAUSTIVE);
    assertThat(isMeasured()).isTrue();
    assertThat(monitor.settings().level()).isEqualTo(MonitorLevel.DETAILED);
  }

  private boolean isMeasured() {
    long before = monitor.statistics().all().completed();
    recorder.measure(OperationType.CUSTOM, "test").close();
    return monitor.statistics().all().completed() > before;
  }

  private ResourceManager manager(ThrottleActions actions) {
    return new ResourceManager(new ResourceMonitor(new FakeTicker(), root), actions);
  }

  /** A shell without prefetching. */
  private final class OfMonitor implements ThrottleActions {
    @Override
    public void allowPrefetch(boolean allowed) {}

    @Override
    public MonitorLevel level() {
      return monitor.settings().level();
    }

    @Override
    public void ceiling(MonitorLevel ceiling) {
      monitor.ceiling(ceiling);
    }
  }

  /** A shell whose every action fails. */
  private static final class Broken implements ThrottleActions {
    @Override
    public void allowPrefetch(boolean allowed) {
      throw new IllegalStateException("on purpose");
    }

    @Override
    public MonitorLevel level() {
      throw new IllegalStateException("on purpose");
    }

    @Override
    public void ceiling(MonitorLevel ceiling) {
      throw new IllegalStateException("on purpose");
    }
  }
}
